import type { Middleware } from './app';

const LOCAL = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/;

/**
 * Refuses what a page of another site sends: a foreign `Origin`, or a foreign `Host` whose name was made to lead
 * to this machine. The sandbox has no sign-in and moves what n8n takes for money.
 */
export const onlyLocal: Middleware = async (call, next) => {
	const host = call.req.header('host') ?? '';
	const origin = call.req.header('origin');
	const local = (name: string): boolean => LOCAL.test(name);
	if (local(host) && (origin === undefined || local(origin.replace(/^https?:\/\//, '')))) {
		return await next();
	}
	return call.text(
		'The sandbox answers only this machine: open it at its 127.0.0.1 address.\n',
		403,
	);
};

import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

import { IntegrationError } from './errors';

/** Which addresses the host of this package, n8n, lets its nodes call. */
export interface OutboundPolicy {
	/** @throws Error with the host's reason where the address is not allowed */
	validate(url: string): Promise<void>;
	/** Resolves names, and refuses those that lead to addresses that are not allowed. */
	lookup: LookupFunction;
}

/** How the connection of one request is made. */
export interface Connection {
	httpAgent: http.Agent;
	httpsAgent: https.Agent;
	lookup?: LookupFunction;
	/** The agents of n8n choose the proxy, so nothing else may. */
	proxy?: false;
}

const current = new AsyncLocalStorage<OutboundPolicy>();
const own = {
	httpAgent: new http.Agent({ keepAlive: true }),
	httpsAgent: new https.Agent({ keepAlive: true }),
};

/** Runs a step whose requests, at any depth, follow this policy. */
export const withOutboundPolicy = async <T>(
	policy: OutboundPolicy,
	step: () => Promise<T>,
): Promise<T> => await current.run(policy, step);

/**
 * The connection for a request. Where `HTTP_PROXY` or `HTTPS_PROXY` is set, n8n replaces the global agents by
 * its own, which go through the proxy; those are used then.
 *
 * @throws IntegrationError `HTTP_ADDRESS_INVALID`, or `HTTP_ADDRESS_NOT_ALLOWED` when the policy of the running step refuses the address
 */
export async function connectionFor(url: string): Promise<Connection> {
	const { host } = webAddress(url);
	const policy = current.getStore();
	await policy?.validate(url).catch((error: unknown) => {
		throw notAllowed(host, error);
	});
	const replaced = http.globalAgent.constructor !== http.Agent;
	return {
		...(replaced
			? { httpAgent: http.globalAgent, httpsAgent: https.globalAgent, proxy: false }
			: own),
		...(policy ? { lookup: policy.lookup } : {}),
	};
}

const notAllowed = (host: string, error: unknown): IntegrationError =>
	new IntegrationError({
		code: 'HTTP_ADDRESS_NOT_ALLOWED',
		message: `n8n does not allow requests to ${host}: ${error instanceof Error ? error.message : String(error)}`,
		likelyCause:
			'n8n runs with N8N_SSRF_PROTECTION_ENABLED, which refuses addresses of the internal network.',
		nextStep:
			'If the address is right, add its host to N8N_SSRF_ALLOWED_HOSTNAMES or its range to N8N_SSRF_ALLOWED_IP_RANGES, then restart n8n.',
	});

/**
 * A URL of http or https.
 *
 * @throws IntegrationError `HTTP_ADDRESS_INVALID` for any other text; the message does not repeat it, since an
 * address may hold a password
 */
export function webAddress(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^https?:$/.test(url.protocol) && url.hostname !== '') return url;
	throw new IntegrationError({
		code: 'HTTP_ADDRESS_INVALID',
		message: 'The address to call is not a web address.',
		likelyCause: 'A URL in the credential is incomplete: "https://" is missing, or it is mistyped.',
		nextStep: 'Copy the whole URL, beginning with https://, into the credential.',
	});
}

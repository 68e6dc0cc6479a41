import { parseArgs } from 'node:util';

import type { KeyMode, SandboxOptions } from '../platform/sandbox';

export const USAGE = `npm run sandbox -- [options]

  --port <number>        port on 127.0.0.1 (8790)
  --notify-url <url>     where notifications go, e.g. the trigger's production URL
  --time-scale <factor>  1 is WeChat's own pace, 0.01 resends 100 times faster (1)
  --key-mode <mode>      certificate or publicKey: which key signs (certificate)
  --mchid <digits>       merchant id (1900000001)
  --help                 this text`;

const DEFAULT_PORT = 8790;

/** The command line as sandbox options; undefined when help was asked for. @throws Error naming what is wrong */
export function optionsFromCommandLine(args: string[]): SandboxOptions | undefined {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string' },
			'notify-url': { type: 'string' },
			'time-scale': { type: 'string' },
			'key-mode': { type: 'string' },
			mchid: { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return undefined;
	const notifyUrl = values['notify-url'];
	if (notifyUrl !== undefined && !/^https?:\/\//.test(notifyUrl)) {
		throw new Error('--notify-url starts with http:// or https://');
	}
	return {
		port: numberOption('--port', values.port ?? String(DEFAULT_PORT)),
		timeScale: numberOption('--time-scale', values['time-scale'] ?? '1'),
		keyMode: keyMode(values['key-mode'] ?? 'certificate'),
		...(notifyUrl === undefined ? {} : { notifyUrl }),
		...(values.mchid === undefined ? {} : { mchid: values.mchid }),
	};
}

function numberOption(name: string, text: string): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
		throw new Error(`${name} takes a number, not "${text}"`);
	}
	return value;
}

function keyMode(text: string): KeyMode {
	if (text === 'certificate' || text === 'publicKey') return text;
	throw new Error(`--key-mode is certificate or publicKey, not "${text}"`);
}

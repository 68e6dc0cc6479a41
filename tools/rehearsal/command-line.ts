import { parseArgs } from 'node:util';

import type { AcknowledgeMode } from '../services/ordering-stack';
import { USUAL_QUEUE, type QueueSize } from '../services/n8n-queue';
import { demandPossible, readFault, type PlannedFault } from './faults';
import { profileNamed, PROFILES, type CampaignProfile } from './profiles';

/** Addresses and logins of the user's own servers, without the secrets. */
export interface OwnAddresses {
	n8n: string;
	n8nEmail: string;
	odoo: string;
	testDatabase: string;
	odooLogin: string;
	odooAdmin: string;
}

export interface CommandLine {
	profile: CampaignProfile;
	compress: number;
	mode: AcknowledgeMode;
	faults: Array<Omit<PlannedFault, 'atS'>>;
	hotStock?: number;
	queue?: QueueSize;
	seed: string;
	report: string;
	charts?: string;
	json: boolean;
	own?: OwnAddresses;
}

const OWN = {
	n8n: 'n8n',
	'n8n-email': 'n8nEmail',
	odoo: 'odoo',
	'test-database': 'testDatabase',
	'odoo-login': 'odooLogin',
	'odoo-admin': 'odooAdmin',
} as const;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
	...{ profile: text, orders: text, compress: text, mode: text, stock: text, seed: text },
	...{
		report: text,
		charts: text,
		n8n: text,
		'n8n-email': text,
		odoo: text,
		'test-database': text,
	},
	...{ 'odoo-login': text, 'odoo-admin': text, webhooks: text, workers: text },
	...{ queue: flag, json: flag, help: flag },
	fault: { ...text, multiple: true },
} as const;

/**
 * The arguments of `npm run rehearse`; undefined when help was asked for.
 *
 * @param now the seed unless one is given
 * @throws Error naming what is wrong
 */
export function readCommandLine(args: string[], now: string): CommandLine | undefined {
	const { values } = parseArgs({ args, options: OPTIONS });
	if (values.help) return undefined;
	const profile = profileNamed(values.profile ?? PROFILES[0].name);
	const orders =
		values.orders === undefined ? profile.orders : wholeNumber('--orders', values.orders);
	const own = ownAddresses(values);
	const faults = (values.fault ?? []).map(readFault);
	const queue = queueSize(values);
	if (own && queue) throw new Error('--queue is for an n8n that the rehearsal starts itself');
	const kinds = faults.map(({ kind }) => kind);
	demandPossible(kinds, own !== undefined, queue !== undefined);
	return {
		profile: { ...profile, orders },
		compress: positive('--compress', values.compress ?? '1'),
		mode: modeNamed(values.mode ?? 'workflow'),
		faults,
		...(values.stock === undefined ? {} : { hotStock: wholeNumber('--stock', values.stock) }),
		...(queue ? { queue } : {}),
		seed: values.seed ?? now,
		report: values.report ?? 'rehearsal.html',
		...(values.charts === undefined ? {} : { charts: values.charts }),
		json: values.json ?? false,
		...(own ? { own } : {}),
	};
}

function ownAddresses(values: Record<string, unknown>): OwnAddresses | undefined {
	const names = Object.keys(OWN) as Array<keyof typeof OWN>;
	const missing = names.filter((name) => !values[name]);
	if (missing.length === names.length) return undefined;
	if (missing.length > 0) {
		throw new Error(`Your own servers also need ${missing.map((name) => `--${name}`).join(', ')}`);
	}
	const own = names.map((name) => [OWN[name], String(values[name]).replace(/\/+$/, '')]);
	return Object.fromEntries(own) as OwnAddresses;
}

function queueSize({
	queue,
	webhooks,
	workers,
}: {
	queue?: boolean;
	webhooks?: string;
	workers?: string;
}): QueueSize | undefined {
	if (!queue && webhooks === undefined && workers === undefined) return undefined;
	return {
		webhooks: webhooks === undefined ? USUAL_QUEUE.webhooks : wholeNumber('--webhooks', webhooks),
		workers: workers === undefined ? USUAL_QUEUE.workers : wholeNumber('--workers', workers),
	};
}

function positive(name: string, value: string): number {
	const number = Number(value);
	if (number > 0 && Number.isFinite(number)) return number;
	throw new Error(`${name} takes a number above 0, not "${value}"`);
}

function wholeNumber(name: string, value: string): number {
	if (/^[1-9]\d*$/.test(value)) return Number(value);
	throw new Error(`${name} takes a whole number above 0, not "${value}"`);
}

function modeNamed(value: string): AcknowledgeMode {
	if (value === 'workflow' || value === 'immediately') return value;
	throw new Error(`--mode is workflow or immediately, not "${value}"`);
}

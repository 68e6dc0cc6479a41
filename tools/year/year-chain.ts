import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSandbox, issueCredentials, type Sandbox } from '../../sandbox';
import { prepareMoney, publishCalled } from '../../test/support/called-template';
import { publishHealth, type PublishedHealth } from '../../test/support/published-health';
import { openSecondChannel, type SecondChannel } from '../../test/support/second-channel';
import { fakeClock, type FakeClock } from '../services/fake-clock';
import { startN8n } from '../services/n8n';
import { n8nClient } from '../services/n8n-client';
import { removeWithThisProcess } from '../services/n8n-guard';
import { odooAdmin } from '../services/odoo-admin';
import { startOdooOnDebian } from '../services/odoo-debian';
import { odooFields } from '../services/odoo-fields';
import { seedProducts } from '../services/odoo-seed';
import { publishTemplate, readTemplate, type OrderingStack } from '../services/ordering-stack';
import { packTarball } from '../services/pack';
import { cleanUpAtExit } from '../services/processes';
import { progressFor } from '../services/progress';
import { troubleProxy, type TroubleProxy } from '../services/proxy';
import { MERCHANT_CERTIFICATE_END } from './calendar';
import { courier, type Courier } from './courier';
import { renewOdooKey, type OdooKey } from './odoo-key';
import { statementsOfDays } from './statements';

/** The whole chain under a clock that jumps. */
export interface YearChain {
	clock: FakeClock;
	courier: Courier;
	stack: OrderingStack;
	sandbox: Sandbox;
	/** In front of Odoo. */
	odooProxy: TroubleProxy;
	channel: SecondChannel;
	notifyUrl: string;
	/** End of the merchant's certificate, milliseconds since 1970, where it ends in the year. */
	merchantEnd?: number | undefined;
	/** The key that the credential begins with. */
	key: OdooKey;
	sweep: Called;
	reconcile: Called;
	/** Records the statements of the days in `dates`. */
	statements: Called;
	health: PublishedHealth;
	/** What was taken away, and whether Health has run without Odoo. */
	down: { n8n: boolean; odoo: boolean; alarmed: boolean };
	stop(): Promise<void>;
}

type Called = Awaited<ReturnType<typeof publishCalled>>;

/** Where the company is: its clocks change twice a year. */
const ZONE = 'Europe/Berlin';
/** A session of the person who looks at n8n outlives the year. */
const SESSION_HOURS = '20000';

/** @param startMs milliseconds since 1970 */
export async function startYearChain(startMs: number): Promise<YearChain> {
	const stops: Array<() => unknown> = [];
	const stop = async () => {
		for (let next = stops.pop(); next; next = stops.pop()) await next();
	};
	cleanUpAtExit(stop);
	try {
		const clock = await fakeClock(startMs, progressFor('clock'));
		const post = courier(clock);
		const channel = await openSecondChannel();
		stops.push(channel.stop);
		const merchantEnd = startMs < MERCHANT_CERTIFICATE_END ? MERCHANT_CERTIFICATE_END : undefined;
		const sandbox = await createSandbox({
			credentials: await issueMerchant(startMs, merchantEnd),
			...{ now: clock.now, sleep: post.sleep, billSchedule: 'wechat' },
		});
		stops.push(sandbox.stop);
		const folder = await mkdtemp(join(tmpdir(), 'year-'));
		removeWithThisProcess(folder);
		const progress = progressFor('n8n');
		const tarball = await packTarball(progress);
		const env = {
			...(await clock.enter(folder)),
			...{ GENERIC_TIMEZONE: ZONE, TZ: ZONE },
			...{ N8N_USER_MANAGEMENT_JWT_DURATION_HOURS: SESSION_HOURS },
		};
		const odoo = await startOdooOnDebian('19', progressFor('odoo 19'), clock);
		stops.push(odoo.stop);
		const n8n = await startN8n({ tarball, progress, env });
		stops.push(n8n.stop);
		const admin = odooAdmin(odoo);
		const odooProxy = await troubleProxy(odoo.url);
		stops.push(odooProxy.close);
		const products = await seedProducts(admin, odoo, [
			{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 100_000 },
		]);
		const client = await n8nClient(n8n);
		const { privateKeyPem, certificatePem } = sandbox.merchant;
		Object.assign(sandbox.credential, {
			...{ verificationKeys: '', platformRefresh: 'automatic' },
			privateKey: privateKeyPem + certificatePem,
		});
		const key = await renewOdooKey(admin, odoo.user.login);
		const credentials = {
			wechatPayApi: await client.createCredential('wechatPayApi', 'WeChat Pay', sandbox.credential),
			odooForWechatApi: await client.createCredential('odooForWechatApi', 'Odoo', {
				...odooFields(odoo),
				...{ url: odooProxy.url, apiKey: key.secret },
			}),
		};
		const stack: OrderingStack = {
			...{ odoo, admin, products, sandbox, n8n, client, credentials, stop },
		};
		await prepareMoney(stack, ['CNY', 'USD']);
		await liveIn(stack, ZONE);
		const { notifyUrl } = await publishTemplate(stack, await readTemplate('ordering.json'));
		const reconciliation = await readTemplate('reconciliation.json');
		const sweep = await publishCalled(stack, reconciliation, 'Every Five Minutes');
		const reconcile = await publishCalled(stack, reconciliation, 'Every Morning');
		const fxRecording = statementsOfDays(await readTemplate('fx-recording.json'));
		const statements = await publishCalled(stack, fxRecording, 'Every Morning');
		const limits = { message_url: channel.messageUrl, reconciliation_workflow: sweep.id };
		const health = await publishHealth(stack, { limits });
		return {
			...{ clock, courier: post, stack, sandbox, odooProxy, channel, notifyUrl, key },
			merchantEnd,
			...{ sweep, reconcile, statements, health },
			...{ down: { n8n: false, odoo: false, alarmed: false }, stop },
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

const issueMerchant = async (startMs: number, end?: number) =>
	await issueCredentials('1900000001', startMs, randomBytes, end ? new Date(end) : undefined);

/** Lets the company and the user of the credential live in this time zone. */
async function liveIn({ admin, odoo }: OrderingStack, tz: string): Promise<void> {
	for (const login of [odoo.user.login, odoo.admin.login]) {
		const users = await admin.call<number[]>('res.users', 'search', [[['login', '=', login]]]);
		await admin.call('res.users', 'write', [users, { tz }]);
	}
}

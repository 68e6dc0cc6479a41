import { odooFields } from '../services/odoo-fields';
import { DAY } from './calendar';
import { renewOdooKey } from './odoo-key';
import type { YearChain } from './year-chain';
import { keyEnding, type Happening } from './year-record';

const HOUR = 3_600_000;
/** What an absence may set off. */
const AFTER_AN_ABSENCE = ['odoo', 'failed', 'sweep', 'running', 'waiting', 'unfinished'];
const NEWER_N8N = '2.41.1';
/** Orders that are under way while n8n is stopped for its upgrade. */
const IN_FLIGHT = 5;

/** Explains the alarms of a day of absence, and of the hours after it in which resends arrive. */
const absence = (name: string, at: number) => ({
	...{ name, checks: AFTER_AN_ABSENCE, from: at, until: at + DAY + 12 * HOUR },
});

export const odooDown: Happening = async ({ odooProxy, down }, { causes }, { at }) => {
	odooProxy.trouble.down = true;
	down.odoo = true;
	causes.push(absence('a day without Odoo', at));
};

export const odooUp: Happening = async ({ odooProxy, down }) => {
	odooProxy.trouble.down = false;
	down.odoo = false;
};

export const n8nDown: Happening = async ({ stack: { n8n }, down }, { causes }, { at }) => {
	await n8n.kill();
	down.n8n = true;
	causes.push(absence('a day without n8n', at));
};

export const n8nUp: Happening = async ({ stack: { n8n }, down }) => {
	await n8n.restart();
	down.n8n = false;
};

/** Stops n8n while orders are under way, as its administrator would, and starts the newer version. */
export const n8nUpgrade: Happening = async (
	{ stack: { n8n }, sandbox, courier, notifyUrl },
	all,
) => {
	for (let index = 0; index < IN_FLIGHT; index += 1) {
		const payment = sandbox.pay({ attach: 'TEE-RED-M@9900', total: 9900 });
		all.payments.push(payment);
		courier.follow(sandbox.notify(payment, { url: notifyUrl }));
	}
	await n8n.upgrade?.(NEWER_N8N);
};

/** What a person does when Health asks for a new key. */
export const newOdooKey: Happening = async ({ stack, odooProxy: { url } }, { endings }) => {
	const { admin, client, odoo, credentials } = stack;
	const key = await renewOdooKey(admin, odoo.user.login);
	const credential = credentials.odooForWechatApi;
	if (!credential) throw new Error('There is no credential for Odoo');
	const fields = { ...odooFields(odoo), url, apiKey: key.secret };
	await client.changeCredential('odooForWechatApi', credential, fields);
	endings.push(keyEnding(key));
};

/** What a merchant does when Health says that its certificate ends. */
export const newMerchantCertificate: Happening = async ({ sandbox, stack }) => {
	const renewed = await sandbox.renewMerchantCertificate();
	await changeWechatPay(stack, {
		...{ merchantSerial: renewed.serialNo, verificationKeys: '' },
		privateKey: renewed.privateKeyPem + renewed.certificatePem,
	});
};

/** WeChat lists another certificate and signs a part with it, later everything. */
export const newPlatformCertificate: Happening = async ({ sandbox }) => {
	sandbox.shares.newestCertificate = 0.5;
	await sandbox.rotateCertificate();
};

export const oldPlatformCertificateEnds: Happening = async ({ sandbox }) => {
	sandbox.shares.newestCertificate = 1;
	const [oldest] = sandbox.verificationKeys;
	sandbox.retireCertificate(oldest?.id ?? '');
};

/** What a merchant does before WeChat begins to sign with its public key. */
export const enterPublicKey: Happening = async ({ sandbox: { publicKey }, stack }) => {
	await changeWechatPay(stack, { verificationKeys: `${publicKey.id}\n${publicKey.pem}` });
};

/** WeChat signs a greater part with its public key, day by day for a week. */
export const morePublicKey: Happening = async ({ sandbox: { shares } }) => {
	shares.publicKey = Math.min(1, shares.publicKey + 1 / 7);
};

/** Enters other fields into the credential; the rest stays as it is. */
async function changeWechatPay(stack: YearChain['stack'], fields: object): Promise<void> {
	const { client, credentials, sandbox } = stack;
	const credential = credentials.wechatPayApi;
	if (!credential) throw new Error('There is no credential for WeChat Pay');
	Object.assign(sandbox.credential, fields, { platformRefresh: 'automatic' });
	await client.changeCredential('wechatPayApi', credential, sandbox.credential);
}

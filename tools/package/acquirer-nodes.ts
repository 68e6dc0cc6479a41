import type { INode } from 'n8n-workflow';

/** An acquirer whose webhook starts a template. */
export interface Acquirer {
	/** Of the file: `ordering-<name>.json`. */
	name: 'airwallex' | 'stripe';
	title: string;
	/** What to set up at the acquirer, in the note of the template. */
	setUp: string;
	/** Where the shop writes number and lines. */
	shop: string;
}

export const ACQUIRERS: Acquirer[] = [
	{
		name: 'airwallex',
		title: 'Airwallex',
		setUp:
			'In Airwallex → **Developer → Webhooks**, create a webhook for `payment_intent.succeeded`, `refund.settled` and `refund.failed` with the **Production URL** of the node *Webhook*.',
		shop: 'Your shop creates the Payment Intent with its order number in `merchant_order_id` and the lines in `metadata.lines`.',
	},
	{
		name: 'stripe',
		title: 'Stripe',
		setUp:
			'In Stripe → **Workbench → Webhooks**, add an endpoint for `charge.succeeded`, `refund.updated` and `refund.failed` with the **Production URL** of the node *Webhook*.',
		shop: 'Your shop creates the Payment Intent with its order number in `metadata.order_id` and the lines in `metadata.lines`.',
	},
];

export const FROM_ACQUIRER = 'Payment From Acquirer';
export const AFTER_RECORDING = 'Answer: Recorded';

/** The nodes of the template that take WeChat Pay Trigger's place, and that answer the acquirer. */
export const acquirerNodes = (acquirer: Acquirer): INode[] => [
	note('01', 'Note: overview', [-660, -260], overview(acquirer), [520, 500, 7]),
	note('02', 'Note: receive', [-60, -260], receive(acquirer), [620, 260, 4]),
	{
		id: id('03'),
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 160],
		parameters: {
			httpMethod: 'POST',
			path: `wechat-pay-${acquirer.name}`,
			responseMode: 'responseNode',
			options: { rawBody: true },
		},
	},
	{
		id: id('04'),
		name: FROM_ACQUIRER,
		type: 'n8n-nodes-wechat-odoo.wechatPay',
		typeVersion: 1,
		position: [224, 160],
		parameters: { resource: 'payment', operation: 'fromAcquirer' },
	},
	answer('05', AFTER_RECORDING, [1536, 60], 200),
	answer('06', 'Answer: No Order', [480, 360], 200),
	answer('07', 'Answer: Refused', [480, 560], 401),
	note('08', 'Note: answers', [640, 460], ANSWERS, [260, 300, 4]),
	note('09', 'Note: acknowledge', [1304, -260], acknowledge(acquirer), [320, 240, 4]),
	note('10', 'Note: not recorded', [1204, 900], notRecorded(acquirer), [480, 200, 3]),
];

const id = (last: string) => `7ac0e1f2-3b4c-5d6e-8f70-8192a3b4c5${last}`;

const note = (
	last: string,
	name: string,
	position: INode['position'],
	content: string,
	[width, height, color]: [number, number, number],
): INode => ({
	id: id(last),
	name,
	type: 'n8n-nodes-base.stickyNote',
	typeVersion: 1,
	position,
	parameters: { content, width, height, color },
});

const answer = (
	last: string,
	name: string,
	position: INode['position'],
	responseCode: number,
): INode => ({
	id: id(last),
	name,
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.1,
	position,
	parameters: { respondWith: 'noData', options: { responseCode } },
});

const overview = ({ title, setUp }: Acquirer) =>
	`## WeChat Pay through ${title} → Odoo: one reserved order per payment\nFor merchants who take WeChat payments through ${title} and have no account at WeChat Pay. This workflow verifies ${title}'s webhook, maps its SKUs, records **one** sale order in Odoo with its stock reserved, and only then answers 200. If anything fails, ${title} sends the event again; repeats never create a second order.\n\n### Before you publish\n1. ${setUp}\n2. **${FROM_ACQUIRER}**: create an *Acquirer Webhook API* credential with the webhook's **Signing Secret**.\n3. **SKU Map** and the **Odoo Sale** nodes: choose an *Odoo for WeChat API* credential.\n4. In Odoo: a pricelist in the currency of your prices, and every WeChat SKU in the table.\n5. Publish, and pay a small test order.\n\n*Community nodes: self-hosted n8n only.*`;

const receive = ({ title, shop }: Acquirer) =>
	`### 1 · Receive and verify\n**Webhook** keeps the **raw body**: ${title}'s signature covers exactly these bytes. **${FROM_ACQUIRER}** checks signature and time, and takes payments by WeChat Pay only.\n\n${shop} The lines look like \`TEE-RED-M*2@9900,CAP-BLK@5000\`, with prices in the smallest unit of the currency.\n\nOther fields, other methods: see the node's options. Lines from your shop's backend: enable **Get Order From Shop**.`;

const ANSWERS =
	'### No order, or refused\nA genuine event that is no order and no refund of one (another event, another payment method) is answered with 200. A forged, changed or old request is answered with 401 and goes no further.\n\nIf every event is refused, the credential has the secret of another webhook.';

const acknowledge = ({ title }: Acquirer) =>
	`### 4 · Answer\n**Acknowledge Notification** lets recorded payments pass, and **Answer: Recorded** then answers ${title} with 200. Place both after everything that must happen before ${title} stops sending the event.\n\nAdd your own steps (a message to the team, say) after the answer.`;

const notRecorded = ({ title }: Acquirer) =>
	`### A payment that was not recorded\nIt leaves by the error output and arrives here **last**. It gets an activity in Odoo, and the execution fails: ${title} gets 500 and sends the event again.\n\nWhen n8n retries the execution, the payment goes through the workflow again.`;

import { tmpdir } from 'node:os';

import { startOrderingStack, type OrderingStack } from '../../tools/services/ordering-stack';
import { canHaveSmallDisk, smallDisk } from '../../tools/services/small-disk';
import { waitUntil } from '../../tools/services/processes';
import { DISK_MEGABYTES } from '../../tools/rehearsal/rehearse';
import { publishHealth, type PublishedHealth } from '../support/published-health';
import { openSecondChannel, type SecondChannel } from '../support/second-channel';

let stack: OrderingStack;
let channel: SecondChannel;

beforeAll(async () => {
	channel = await openSecondChannel();
	if (!canHaveSmallDisk()) return;
	stack = await startOrderingStack({
		products: [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 5 }],
		diskMegabytes: DISK_MEGABYTES,
	});
}, 1_800_000);

afterAll(async () => {
	channel?.stop();
	await stack?.stop();
}, 60_000);

/** Starts Health until n8n cannot store a run any more: SQLite has some room inside its own files. */
const untilRefused = async (health: PublishedHealth) =>
	await waitUntil('n8n cannot store an execution', 120_000, async () => {
		return (await health.start()) >= 500;
	});

it('is announced by message, and when n8n cannot run any more, the heartbeat stops; or says what it lacks', async () => {
	if (!canHaveSmallDisk()) {
		await expect(smallDisk(tmpdir(), 1)).rejects.toMatchObject({ code: 'NO_DISK_TO_FILL' });
		return;
	}
	const health = await publishHealth(stack, {
		limits: {
			...{ message_url: channel.messageUrl, heartbeat_url: channel.heartbeatUrl },
			free_disk_mb: 5,
		},
		disabled: ['Send E-Mail'],
	});
	expect(await health.look()).toMatchObject({ alarms: [] });
	await waitUntil('the first heartbeat', 60_000, async () => channel.heartbeats() === 1);

	const makeRoom = await stack.n8n.disk?.fill();
	await health.start();
	await waitUntil('a message arrives', 60_000, async () => channel.messages.length > 0);
	expect(channel.messages[0]).toContain('n8n’s disk has 0 MB left');

	await untilRefused(health);
	let beats = -1;
	await waitUntil('the last run has ended', 60_000, async () => {
		const before = beats;
		beats = channel.heartbeats();
		return before === beats && (await health.start()) >= 500;
	});
	expect(channel.heartbeats()).toBe(beats);

	await makeRoom?.();
	await waitUntil(
		'n8n stores executions again',
		60_000,
		async () => (await health.start()) === 200,
	);
	await waitUntil('the heartbeat goes on', 60_000, async () => channel.heartbeats() > beats);
}, 400_000);

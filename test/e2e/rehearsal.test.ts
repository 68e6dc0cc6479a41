import { chaos } from '../../scripts/rehearse/chaos';
import { profileNamed } from '../../scripts/rehearse/profiles';
import { rehearse } from '../../scripts/rehearse/rehearse';
import { USUAL_QUEUE } from '../../scripts/services/n8n-queue';
import { progressFor } from '../../scripts/services/progress';

const progress = progressFor('rehearse');
const WHOLE = { lost: 0, drafts: 0, doubled: 0, wrong: 0, oversold: 0 };

it('loses nothing in queue mode when a worker and a webhook processor are killed in mid-surge', async () => {
	const report = await rehearse(
		{
			profile: { ...profileNamed('viral'), orders: 60 },
			mode: 'workflow',
			compress: 4,
			seed: 'killed in mid-surge',
			faults: [
				{ kind: 'worker-killed', seconds: 2 },
				{ kind: 'webhook-killed', seconds: 2 },
			],
			queue: USUAL_QUEUE,
		},
		progress,
	);
	expect(report).toMatchObject({ ...WHOLE, orders: 60, short: 0, queue: USUAL_QUEUE });
	expect(report.reasons).toEqual([]);
}, 900_000);

it('agrees with WeChat order by order after faults by chance', async () => {
	// Slow, down and failing over; killed with a full disk and a wrong clock.
	const seeds = ['chaos 9', 'chaos 12'];
	const runs = await chaos({ seeds, orders: 30, mode: 'workflow' }, progress);
	expect(runs).toHaveLength(2);
	for (const run of runs) expect(run).toMatchObject({ ...WHOLE, agrees: true });
}, 900_000);

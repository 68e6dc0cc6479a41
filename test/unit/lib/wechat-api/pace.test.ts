import { keepPace } from '../../../../lib/wechat-api/pace';

function pacing(perMinute: number, perKeyMs: number) {
	const clock = { ms: 0 };
	const pace = keepPace(() => ({ perMinute, perKeyMs }), {
		monotonic: () => clock.ms,
		sleep: async (ms) => void (clock.ms += ms),
	});
	const times: number[] = [];
	return {
		times,
		turn: async (key: string) => {
			await pace.turn(key);
			times.push(clock.ms);
		},
	};
}

it('lets so many calls through within any minute', async () => {
	const { turn, times } = pacing(3, 0);
	for (let call = 0; call < 8; call++) await turn(`key ${call}`);
	expect(times).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000, 120_000]);
});

it('leaves time between two calls of one key, and lets others pass', async () => {
	const { turn, times } = pacing(100, 3_000);
	for (const key of ['a', 'b', 'a', 'b', 'a']) await turn(key);
	expect(times).toEqual([0, 0, 3_000, 3_000, 6_000]);
});

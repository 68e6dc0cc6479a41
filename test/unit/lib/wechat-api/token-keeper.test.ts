import { keepToken } from '../../../../lib/wechat-api/token-keeper';

function keeper(lives: number[]) {
	const clock = { ms: 0 };
	let asked = 0;
	const kept = keepToken(
		async () => {
			asked += 1;
			return { token: `token-${asked}`, expiresIn: lives[asked - 1] ?? 7200 };
		},
		() => clock.ms,
	);
	return { kept, clock, asked: () => asked };
}

describe('the token of an account', () => {
	it('is asked for by one call, however many wait for it', async () => {
		const { kept, asked } = keeper([7200]);
		const tokens = await Promise.all(Array.from({ length: 20 }, async () => await kept.token()));
		expect(new Set(tokens)).toEqual(new Set(['token-1']));
		expect(asked()).toBe(1);
	});

	it('is renewed five minutes before its end', async () => {
		const { kept, clock } = keeper([7200, 7200]);
		await kept.token();
		clock.ms = (7200 - 300) * 1000 - 1;
		expect(await kept.token()).toBe('token-1');
		clock.ms += 1;
		expect(await kept.token()).toBe('token-2');
	});

	it('is kept for a moment when it comes with its last five minutes', async () => {
		const { kept, clock } = keeper([300, 300]);
		await kept.token();
		clock.ms = 9_999;
		expect(await kept.token()).toBe('token-1');
		clock.ms = 10_000;
		expect(await kept.token()).toBe('token-2');
	});

	it('is asked for once when many learn at once that it was refused', async () => {
		const { kept, asked } = keeper([7200, 7200]);
		const refused = await kept.token();
		const tokens = await Promise.all([kept.token(refused), kept.token(refused)]);
		expect(tokens).toEqual(['token-2', 'token-2']);
		expect(await kept.token(refused)).toBe('token-2');
		expect(asked()).toBe(2);
	});

	it('is asked for again after a failure', async () => {
		let asked = 0;
		const kept = keepToken(
			async () => {
				asked += 1;
				if (asked === 1) throw new Error('no network');
				return { token: 'good', expiresIn: 7200 };
			},
			() => 0,
		);
		await expect(kept.token()).rejects.toThrow('no network');
		expect(await kept.token()).toBe('good');
	});
});

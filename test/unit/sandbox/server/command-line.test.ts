import { optionsFromCommandLine } from '../../../../sandbox/server/command-line';

test('reads what is given and leaves the rest at its default', () => {
	expect(optionsFromCommandLine([])).toEqual({ port: 8790, timeScale: 1, keyMode: 'certificate' });
	const args = '--port 0 --notify-url http://127.0.0.1:5678/webhook/x --time-scale 0.01';
	expect(
		optionsFromCommandLine([...args.split(' '), '--key-mode', 'publicKey', '--mchid', '1']),
	).toEqual({
		port: 0,
		notifyUrl: 'http://127.0.0.1:5678/webhook/x',
		timeScale: 0.01,
		keyMode: 'publicKey',
		mchid: '1',
	});
	expect(optionsFromCommandLine(['--help'])).toBeUndefined();
});

test.each([
	[['--port', 'x'], '--port'],
	[['--time-scale', ''], '--time-scale'],
	[['--key-mode', 'both'], '--key-mode'],
	[['--notify-url', 'localhost'], '--notify-url'],
	[['--unknown'], '--unknown'],
])('names the option that is wrong: %j', (args, named) => {
	expect(() => optionsFromCommandLine(args)).toThrow(named);
});

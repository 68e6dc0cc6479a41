import { readTemplate } from '../../../../tools/services/ordering-stack';
import { statementsOfDays } from '../../../../tools/year/statements';

test('the template reads the days of the call, and no payouts', async () => {
	const { nodes } = statementsOfDays(await readTemplate('fx-recording.json'));
	const named = (name: string) => nodes.find((node) => node.name === name);
	expect(JSON.stringify(named('Last Days')?.parameters)).toContain('$json.body.dates');
	const disabled = nodes.filter((node) => node.disabled).map(({ name }) => name);
	expect(disabled).toEqual(
		expect.arrayContaining(['Get Settlements', 'Record Receipts', 'To-Do: Look at Payout']),
	);
	expect(disabled).not.toContain('Record Statement');
});

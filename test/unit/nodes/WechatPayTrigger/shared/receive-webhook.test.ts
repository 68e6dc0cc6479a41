import { IntegrationError } from '../../../../../lib/core/errors';
import type { AcceptedNotification } from '../../../../../lib/wechat-pay/notification/notification';
import { toArrival } from '../../../../../nodes/WechatPayTrigger/shared/receive-webhook';

const notification = { id: 'n', event_type: 'TRANSACTION.SUCCESS', create_time: '', api: 'v3' };
const payment = (transaction_id: string) => ({
	mchid: '1900000001',
	out_trade_no: `SHOP${transaction_id}`,
	transaction_id,
	notification,
});
const accepted = (items: object[], problems: IntegrationError[] = []) =>
	({ kind: 'payment', api: 'v3', items, problems }) as unknown as AcceptedNotification;

it('keeps the parts of a combined order together under one identity', () => {
	const { arrival, log } = toArrival(accepted([payment('1'), payment('2')]));
	const [one, two] = arrival.parts.map(({ identity }) => identity);
	expect(one).not.toBe(two);
	expect(arrival).toMatchObject({ identity: `${one}, ${two}`, output: 0, format: 'v3' });
	expect(arrival).not.toHaveProperty('refusal');
	expect(log).toEqual(['TRANSACTION.SUCCESS of SHOP1', 'TRANSACTION.SUCCESS of SHOP2']);
});

it('refuses in the end what has a part that could not be read', () => {
	const problem = new IntegrationError({
		code: 'WECHAT_AMOUNT_INVALID',
		message: 'No total.',
		likelyCause: 'Some.',
		nextStep: 'Ask.',
	});
	expect(toArrival(accepted([payment('1')], [problem])).arrival.refusal).toBe(
		'WECHAT_AMOUNT_INVALID',
	);
});

it.each([
	['refund', 1],
	['complaint', 2],
] as const)('sends a %s to output %i', (kind, output) => {
	const one = { kind, api: 'v3', items: [payment('1')] } as unknown as AcceptedNotification;
	expect(toArrival(one).arrival.output).toBe(output);
});

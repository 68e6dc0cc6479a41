import { IntegrationError } from '../../../../../lib/core/errors';
import {
	isNotFunded,
	notFunded,
	nothingLeft,
	uncertain,
} from '../../../../../lib/wechat-pay/refunds/refund-errors';

const error = (more: object) =>
	new IntegrationError({ code: 'X', message: 'm.', likelyCause: 'c', nextStep: 'n', ...more });

it('tells a refund that waits for money from a fault', () => {
	expect([notFunded(false), notFunded(true)].map(isNotFunded)).toEqual([true, true]);
	expect([nothingLeft(), new Error('x'), undefined].map(isNotFunded)).toEqual([
		false,
		false,
		false,
	]);
});

it('advises to top up only where WeChat allows it', () => {
	expect(notFunded(false).nextStep).toContain('Top up');
	expect(notFunded(true).nextStep).not.toContain('Top up');
	expect(notFunded(true).nextStep).toContain('same refund number');
});

it('warns against a new number only after a call that may have been carried out', () => {
	const clear = error({});
	expect(uncertain(clear)).toBe(clear);
	expect(uncertain(error({ ambiguous: true }))).toMatchObject({
		...{ code: 'WECHAT_REFUND_UNCERTAIN', retryable: true, ambiguous: true },
		nextStep: expect.stringContaining('same refund number'),
	});
});

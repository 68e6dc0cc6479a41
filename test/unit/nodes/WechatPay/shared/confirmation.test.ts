import { requireConfirmation } from '../../../../../nodes/WechatPay/shared/confirmation';
import { withParameters } from '../../support/parameters';

it('lets money move only where the node says so', () => {
	expect(() => requireConfirmation(withParameters({ confirm: true }), 0)).not.toThrow();
	for (const confirm of [false, 'true', 1, undefined])
		expect(() => requireConfirmation(withParameters({ confirm }), 0)).toThrow(
			expect.objectContaining({ code: 'WECHAT_REFUND_NOT_CONFIRMED' }),
		);
});

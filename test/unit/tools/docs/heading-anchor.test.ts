import { headingAnchor } from '../../../../tools/docs/heading-anchor';

it.each([
	['The order is there, but …', 'the-order-is-there-but-'],
	['Set Up: Check, Run, Remove', 'set-up-check-run-remove'],
	['1. A separate user', '1-a-separate-user'],
	['WeChat 不通知', 'wechat-不通知'],
])('%s → #%s', (heading, anchor) => {
	expect(headingAnchor(heading)).toBe(anchor);
});

import { splitAttach } from '../../../../../lib/wechat-pay/notification/attach-campaign';

it.each([
	['TEE-RED-M*2@9900,CAP-BLK@5000;c=lilys-list', 'TEE-RED-M*2@9900,CAP-BLK@5000', 'lilys-list'],
	[';c=直播 1', '', '直播 1'],
	['TEE*1;c=a=b', 'TEE*1', 'a=b'],
	['{"lines":[["TEE",2]],"c":"lily"}', '{"lines":[["TEE",2]],"c":"lily"}', 'lily'],
	['{"c":1047}', '{"c":1047}', '1047'],
])('finds the campaign in %s', (attach, basket, campaign) => {
	expect(splitAttach(attach)).toEqual({ basket, campaign });
});

it.each(['', 'TEE*2@9900', 'TEE;c=', 'c=lily', '[["TEE",2]]', '{"c":["x"]}', '{"c":', '{"x":1}'])(
	'finds none in %j',
	(attach) => {
		expect(splitAttach(attach)).not.toHaveProperty('campaign');
	},
);

it('bounds the code, and keeps it on one line', () => {
	expect(splitAttach(`TEE*1;c=one\n${'x'.repeat(100)}`).campaign).toMatch(/^one x{59}…$/);
	expect(splitAttach(`{"c":"x"${' '.repeat(9_000)}}`)).not.toHaveProperty('campaign');
});

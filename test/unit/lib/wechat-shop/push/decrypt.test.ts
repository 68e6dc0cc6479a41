import { decryptPush } from '../../../../../lib/wechat-shop/push/decrypt';
import { encryptPush } from '../../../../../sandbox/server-api/shop/pushes/encrypt-push';
import { PAGES, SAFE_POST, WXJAVA } from './vectors';

const KEY = 'A'.repeat(43);
const encrypt = (text: string, appid = PAGES.appid) =>
	encryptPush(text, appid, KEY, Buffer.from('a8eedb185eb2fecf'));

it("decrypts WeChat's and WxJava's worked examples", () => {
	expect(decryptPush(SAFE_POST.encrypted, PAGES)).toBe(SAFE_POST.plain);
	const answer =
		'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';
	expect(decryptPush(answer, PAGES)).toBe('{"demo_resp":"good luck"}');
	const chinese =
		'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';
	expect(decryptPush(chinese, WXJAVA)).toBe('我是中文abcd123');
});

it.each(Array.from({ length: 33 }, (_, length) => length))(
	'takes off whatever padding %i characters need',
	(length) => {
		expect(decryptPush(encrypt('x'.repeat(length)), PAGES)).toBe('x'.repeat(length));
	},
);

it.each([
	['another AppID', encrypt('{}', 'wxba5fad812f8e6fb8'), 'WECHAT_PUSH_OTHER_APPID'],
	['a longer AppID', encrypt('{}', 'wxba5fad812f8e6fb99'), 'WECHAT_PUSH_OTHER_APPID'],
	['half a block', encrypt('{}').slice(0, 40), 'WECHAT_PUSH_NOT_DECRYPTED'],
	['nothing', '', 'WECHAT_PUSH_NOT_DECRYPTED'],
	['other bytes', Buffer.alloc(64, 7).toString('base64'), 'WECHAT_PUSH_NOT_DECRYPTED'],
])('refuses %s', (_, encrypted, code) => {
	expect(() => decryptPush(encrypted, PAGES)).toThrow(expect.objectContaining({ code }));
});

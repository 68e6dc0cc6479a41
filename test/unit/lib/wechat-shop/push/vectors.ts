import { openPushAccount } from '../../../../../lib/wechat-shop/push/account';

/** Key, token and AppID of the worked examples in WeChat's pages on message push. */
export const PAGES = openPushAccount({
	appid: 'wxba5fad812f8e6fb9',
	token: 'AAAAA',
	encodingAesKey: 'A'.repeat(43),
});

/** Of WxJava's `WxCryptUtilTest`. */
export const WXJAVA = openPushAccount({
	appid: 'wxb11529c136998cb6',
	token: 'pamtest',
	encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
});

/** The safe POST of WeChat's pages. */
export const SAFE_POST = {
	timestamp: '1714112445',
	nonce: '415670741',
	signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
	msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
	encrypted:
		'+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
	plain:
		'{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}',
};

/** A paid order of a WeChat Shop with its id as a bare number, encrypted with WxJava's key. */
export const SHOP_PAY = {
	timestamp: '1409304348',
	nonce: 'xxxxxx',
	msg_signature: '0da05116075c959187175d65c208ca76cdc515a1',
	encrypted:
		'Q3stYC6hdFzMh9T8HCvyDD1au/qrxuRNVg6bgz0rQ54uxfX8vQYZL1fC9sjV5mpssP3j/GcshLaXaJoXp+6TnKnbQPm5vss0rF50ey1Q8TJl0nDvYnYk4pB1RZX4/PZ0eNxYWzFleJrUftC31Y/UhBoH0EY0rgMK5B4EkF+QDFex4SDf6/uOdfohFCIeaotjpNFP5Eh6Npe6KIMYzmitSYjZEDfitcvHCUAytWnel4FFDcaBLC7QZ6YPnS5xAMzpY3Q0BhLTCWGg2lGUjU2s24cd9ZQRQ5bsZzFlmMy3vsy6Q+/OrWA0Eiaz9217TDKfMxPnbwBTwelkYp8SME4lUg==',
};

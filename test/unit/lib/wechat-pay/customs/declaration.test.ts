import { normalIdentity } from '../../../../../lib/wechat-pay/customs/declaration';

it('writes the last letter of an ID number in upper case, without spaces around it', () => {
	const typed = { certificate_id: ' 11010519491231002x', certificate_name: '张三 ' };
	expect(normalIdentity(typed)).toEqual({
		certificate_id: '11010519491231002X',
		certificate_name: '张三',
	});
});

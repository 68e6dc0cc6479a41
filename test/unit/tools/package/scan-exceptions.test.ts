import { unexpectedFindings, type Finding } from '../../../../tools/package/scan-exceptions';

const IMPORTS = '@n8n/community-nodes/no-restricted-imports';
const finding = (file: string, message: string, rule = IMPORTS): Finding => ({
	file,
	line: 1,
	rule,
	message,
});

test('a runtime dependency is expected in its one home, and nowhere else', () => {
	const message = "Require of 'axios' is not allowed.";
	expect(unexpectedFindings([finding('dist/lib/core/http.js', message)])).toEqual([]);
	const elsewhere = finding('dist/nodes/WechatPay/router.js', message);
	expect(unexpectedFindings([elsewhere])).toEqual([elsewhere]);
});

test("Node's own modules are expected, others are not", () => {
	const own = finding('dist/lib/json.js', "Require of 'node:zlib' is not allowed.");
	const other = finding('dist/lib/json.js', "Require of 'lodash.get' is not allowed.");
	expect(unexpectedFindings([own, other])).toEqual([other]);
});

test('whatever else the scan finds is told', () => {
	const found = finding('dist/lib/json.js', 'Unexpected console statement.', 'no-console');
	expect(unexpectedFindings([found])).toEqual([found]);
});

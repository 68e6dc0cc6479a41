import { billLines, billTable } from '../../../../../lib/wechat-pay/bills/bill-table';

async function* chunks(...parts: Array<string | number[]>) {
	for (const part of parts) yield await Promise.resolve(Buffer.from(part as string));
}
const linesOf = async (...parts: Array<string | number[]>) => {
	const lines: string[] = [];
	for await (const line of billLines(chunks(...parts))) lines.push(line);
	return lines;
};
const rowsOf = async (...lines: string[]) => {
	const rows: Array<[string, unknown]> = [];
	for await (const { kind, values, problem } of billTable(
		billLines(chunks(lines.join('\n'))),
		'总数',
	))
		rows.push([kind, problem ?? Object.values(values)]);
	return rows;
};

it('reads lines across chunks, without their ends, the byte order mark and empty ones', async () => {
	expect(await linesOf('\uFEFFa,b\r\n`1', ',`2\r\n\r\n', '`3,`4')).toEqual([
		'a,b',
		'`1,`2',
		'`3,`4',
	]);
	expect(await linesOf([0xe5], [0x85, 0x83, 10])).toEqual(['元']);
});

it('loses no more than one character to a cut', async () => {
	expect(await linesOf([0xe5, 0x85, 0x2c, 0x61, 10])).toEqual(['\uFFFD,a']);
});

it('refuses a line that is too long for a bill, after the whole file was read', async () => {
	await expect(linesOf('x'.repeat(70_000), 'y')).rejects.toMatchObject({
		code: 'WECHAT_BILL_UNREADABLE',
	});
});

it('keeps separators and line breaks within free text, and gives the summary last', async () => {
	const rows = ['`1,`Tee,`red,`9', '`2,`Mug', 'blue,`8'];
	expect(await rowsOf('单号,商品名称,金额', ...rows, '总数,总额', '`2,`17')).toEqual([
		['row', ['1', 'Tee,`red', '9']],
		['row', ['2', 'Mug\nblue', '8']],
		['summary', ['2', '17']],
	]);
});

it('gives a row that does not fit for itself, and goes on', async () => {
	expect(await rowsOf('单号,金额', '`1', '`2,`8')).toEqual([
		['row', 'It has 1 values for 2 columns.'],
		['row', ['2', '8']],
	]);
});

it('is no bill without a header', async () => {
	await expect(rowsOf('`1,`2')).rejects.toMatchObject({ code: 'WECHAT_BILL_LAYOUT' });
});

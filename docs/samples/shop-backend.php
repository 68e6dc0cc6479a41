<?php
// A shop backend that answers n8n: copy what you need. No dependencies, PHP 8.0 or newer (64 bits).
//   SECRET=whsec_… php -S 127.0.0.1:8080 shop-backend.php
declare(strict_types=1);

$key = base64_decode(str_replace('whsec_', '', getenv('SECRET') ?: ''), true);
if ($key === false || strlen($key) < 24) {
	throw new RuntimeException('SECRET: base64 of at least 24 random bytes');
}

// Your shop's database. Amounts are integers in fen, as paid, tax included:
// lines + shipping_fen − discount_fen = total_fen.
const ORDERS = [
	'SHOP20261122000001' => [
		'total_fen' => 24800,
		'lines' => [
			['sku' => 'TEE-RED-M', 'name' => 'Red tee, M', 'quantity' => 2, 'unit_price_fen' => 9900],
			['sku' => 'CAP-BLK', 'name' => 'Black cap', 'quantity' => 1, 'unit_price_fen' => 5000],
		],
		'shipping_fen' => 1000,
		'discount_fen' => 1000,
		'recipient' => [
			'name' => '示例买家',
			'phone' => '10000000001',
			'country' => 'CN',
			'province' => '广东省',
			'city' => '广州市',
			'district' => '天河区',
			'street' => '示例路 1 号',
			'postcode' => '510000',
		],
		'remark' => '请放门口 (please leave it at the door)',
		'is_gift' => false,
		'invoice_title' => '示例有限公司',
		'campaign' => 'lilys-list',
		'medium' => 'Mini Program',
		'expected_delivery' => '2026-11-25',
	],
];
const SKUS = ['TEE-RED-M', 'CAP-BLK'];

function is_genuine(string $key, string $body): bool
{
	$id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
	$timestamp = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
	if ($id === '' || !ctype_digit($timestamp) || abs(time() - (int) $timestamp) > 300) {
		return false;
	}
	$wanted = base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
	foreach (explode(' ', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '') as $one) {
		if (hash_equals("v1,$wanted", $one)) {
			return true;
		}
	}
	return false;
}

// Stock by SKU. In a database: UPDATE … SET quantity = ?, version = ? WHERE sku = ? AND version <= ?
function with_stock(callable $work): mixed
{
	$file = fopen(getenv('STOCK_FILE') ?: sys_get_temp_dir() . '/shop-backend-stock.json', 'c+');
	flock($file, LOCK_EX);
	$stock = json_decode(stream_get_contents($file) ?: '{}', true);
	$result = $work($stock);
	ftruncate($file, 0);
	rewind($file);
	fwrite($file, json_encode((object) $stock));
	fclose($file);
	return $result;
}

// Calls may come twice and overtake one another: only a version that is not older counts.
function set_stock(array &$stock, array $figure): array
{
	['sku' => $sku, 'quantity' => $quantity, 'version' => $version] = $figure;
	if (!in_array($sku, SKUS, true)) {
		return ['sku' => $sku, 'status' => 'unknown'];
	}
	if ($version < ($stock[$sku]['version'] ?? 0)) {
		return ['sku' => $sku, 'status' => 'stale'];
	}
	$stock[$sku] = ['quantity' => $quantity, 'version' => $version];
	return ['sku' => $sku, 'status' => 'set'];
}

function answer_to(string $type, array $data): ?array
{
	return match ($type) {
		'ping' => ['ok' => true],
		'order.get' => ORDERS[$data['out_trade_no']] ?? null,
		'stock.set' => with_stock(
			function (array &$stock) use ($data) {
				$statuses = [];
				foreach ($data['stock'] as $figure) {
					$statuses[] = set_stock($stock, $figure);
				}
				return ['stock' => $statuses];
			},
		),
		'stock.get' => with_stock(
			function (array &$stock) use ($data) {
				$known = array_values(array_intersect($data['skus'], SKUS));
				$none = ['quantity' => 0, 'version' => 0];
				return ['stock' => array_map(fn($sku) => ['sku' => $sku] + ($stock[$sku] ?? $none), $known)];
			},
		),
		default => null,
	};
}

// The bytes as received: the signature is made over them.
$body = file_get_contents('php://input');
header('Content-Type: application/json');
if (!is_genuine($key, $body)) {
	http_response_code(401);
	exit('{"error": "signature"}');
}
['type' => $type, 'data' => $data] = json_decode($body, true);
$answer = answer_to($type, $data);
http_response_code($answer === null ? 404 : 200);
echo json_encode($answer ?? ['error' => 'unknown'], JSON_UNESCAPED_UNICODE);

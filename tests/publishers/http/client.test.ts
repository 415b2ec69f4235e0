import { expect, it } from 'vitest';
import { clientOf, networkOf } from '../../../publishers/http/client.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['nonsense', 'unknown'],
  [null, 'unknown'],
])('the network of %s is %s', (client, network) => {
  expect(networkOf(client)).toBe(network);
});

it.each([
  ['203.0.113.9', 0, '203.0.113.9'],
  ['192.0.2.7, 203.0.113.9', 0, '203.0.113.9'],
  ['192.0.2.7, 198.51.100.1, 203.0.113.9', 1, '198.51.100.1'],
  ['203.0.113.9', 1, '203.0.113.9'],
  ['', 1, null],
  [null, 0, null],
])('of “%s” behind %i proxies the client is %s', (said, proxies, client) => {
  expect(clientOf(said, proxies)).toBe(client);
});

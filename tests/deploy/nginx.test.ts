import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownBrowsers } from '../../collections/shared/staff-door/known-browser.ts';
import { SIGN_UP_LIMITS, STAFF_LIMITS } from '../../policy.ts';
import { parseNginx, type Directive } from './parse-nginx.ts';

const file = readFileSync(path.resolve(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8');
const http = blockOf(parseNginx(file), 'http');
const server = blockOf(http, 'server');

describe('the proxy', () => {
  it.each(['/admin', '/api', '/api/media', '/confirm/', '/unsubscribe/', '/preferences/', '/lessons/', '/expert/'])(
    'never keeps %s, and no other rule can take it',
    (prefix) => {
      const location = locationOf('^~', prefix);
      expect(valueOf(location, 'proxy_cache')).toBe('off');
    },
  );

  it('limits requests for courses by address as the policy does, and counts no reading', () => {
    const { most, minutes } = SIGN_UP_LIMITS.network;
    expect(minutes).toBe(60);
    const location = locationOf('~', '^/courses/[^/]+/subscribe$');
    expect(directive(location, 'limit_req')?.args).toEqual(['zone=sign_ups', `burst=${most - 1}`, 'nodelay']);
    expect(valueOf(location, 'proxy_cache')).toBe('off');
    expect(directive(http, 'limit_req_zone')?.args.slice(0, 1)).toEqual(['$sign_up_client']);
    const map = http.find(({ name, args }) => name === 'map' && args[1] === '$sign_up_client')!;
    expect(map.block!.map(({ name, args }) => [name, ...args])).toEqual([
      ['default', ''],
      ['POST', '$binary_remote_addr'],
    ]);
  });

  it.each(['/api/users/login', '/api/users/forgot-password'])(
    'limits %s by address as the policy does, and holds no browser back that says it is known',
    (path) => {
      const { most, minutes } = STAFF_LIMITS.login.network;
      const location = locationOf('=', path);
      expect(directive(location, 'limit_req')?.args).toEqual(['zone=logins', `burst=${most - 1}`, 'nodelay']);
      expect(valueOf(location, 'proxy_cache')).toBe('off');
      const [key, , rate] = http.find(
        ({ name, args }) => name === 'limit_req_zone' && args[0] === '$login_client',
      )!.args;
      expect([key, rate]).toEqual(['$login_client', `rate=${Math.ceil(most / minutes)}r/m`]);
      const { args, block } = http.find(({ name, args }) => name === 'map' && args[1] === '$login_client')!;
      expect(args[0]).toBe('$request_method $http_cookie');
      const clientOf = (said: string) =>
        block!.find(({ name }) => name.startsWith('~') && new RegExp(name.slice(1)).test(said))?.args[0] ?? '';
      const cookie = knownBrowsers('a secret', { https: true }).cookieFor('a@example.org', {
        now: new Date(),
        nonce: new Uint8Array(16),
      });
      expect(clientOf('POST ')).toBe('$binary_remote_addr');
      expect(clientOf('GET ')).toBe('');
      expect(clientOf(`POST a=b; ${cookie.split(';', 1)[0]}`)).toBe('');
    },
  );

  it('keeps reading pages and feeds apart by method, host, address, coding and quarter of a second', () => {
    const location = locationOf('/');
    expect(valueOf(location, 'proxy_cache')).toBe('pages');
    const key = valueOf(location, 'proxy_cache_key')!;
    for (const part of ['$request_method', '$host', '$request_uri', '$http_accept_encoding', '$quarter_second']) {
      expect(key).toContain(part);
    }
  });

  it('keeps nothing for those who log in', () => {
    const location = locationOf('/');
    for (const name of ['proxy_cache_bypass', 'proxy_no_cache']) {
      expect(directive(location, name)?.args).toEqual(['$http_authorization', '$staff_session']);
    }
  });

  it('lets the application say what may be kept, and for how long', () => {
    const everywhere = all(http);
    for (const name of ['proxy_ignore_headers', 'proxy_cache_valid', 'expires', 'proxy_hide_header']) {
      expect(everywhere.filter((one) => one.name === name)).toEqual([]);
    }
  });

  it('keeps answers to GET and HEAD only, each under its own method', () => {
    expect(directive(http, 'proxy_cache_methods')?.args).toEqual(['GET', 'HEAD']);
    expect(valueOf(http, 'proxy_cache_convert_head')).toBe('off');
  });

  it('never gives out what is stale, also while it updates or the application is down', () => {
    const everywhere = all(http);
    expect(everywhere.filter(({ name }) => name === 'proxy_cache_use_stale').map(({ args }) => args)).toEqual([
      ['off'],
    ]);
    expect(everywhere.filter(({ name }) => name === 'proxy_cache_background_update').map(({ args }) => args)).toEqual([
      ['off'],
    ]);
  });

  it('lets nobody wait for another reader: nginx would look again after half a second', () => {
    expect(all(http).filter(({ name }) => name.startsWith('proxy_cache_lock'))).toEqual([
      expect.objectContaining({ name: 'proxy_cache_lock', args: ['off'] }),
    ]);
  });

  it('cuts time into quarters of a second', () => {
    const map = http.find(({ name, args }) => name === 'map' && args[1] === '$quarter_second')!;
    expect(map.args[0]).toBe('$msec');
    const cut = (msec: string) => {
      for (const { name, args } of map.block!) {
        const second = new RegExp(name.slice(1)).exec(msec)?.groups?.second;
        if (second !== undefined) return args[0]!.replace('$second', second);
      }
      return null;
    };
    const quarters = ['00', '25', '50', '75'];
    for (let ms = 0; ms < 1000; ms += 1) {
      expect(cut(`1700000000.${String(ms).padStart(3, '0')}`)).toBe(`1700000000.${quarters[Math.floor(ms / 250)]}`);
    }
  });

  it('finds both web processes by the DNS of Docker while it runs', () => {
    expect(directive(http, 'resolver')?.args.slice(0, 2)).toEqual(['127.0.0.11', 'valid=5s']);
    expect(directive(server, 'set')?.args).toEqual(['$web', 'http://web:3000']);
    const targets = all(server).filter(({ name }) => name === 'proxy_pass');
    expect(new Set(targets.map(({ args }) => args[0]))).toEqual(new Set(['$web']));
  });

  it('tells the application who asked, for what and how', () => {
    const passed = http.filter(({ name }) => name === 'proxy_set_header').map(({ args }) => args[0]);
    for (const name of ['Host', 'Accept-Encoding', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto']) {
      expect(passed).toContain(name);
    }
    // A location that sets one header would lose all of these.
    expect(all(server).filter(({ name }) => name === 'proxy_set_header')).toEqual([]);
  });

  it('takes large bodies for uploads only', () => {
    const sizes = all(http)
      .filter(({ name }) => name === 'client_max_body_size')
      .map(({ args }) => args[0]);
    expect(sizes.filter((size) => size === '25m')).toHaveLength(1);
    expect(valueOf(locationOf('^~', '/api/media'), 'client_max_body_size')).toBe('25m');
    expect(valueOf(server, 'client_max_body_size')).toBe('64k');
  });

  it('leaves bodies and security headers to the application', () => {
    expect(valueOf(http, 'gzip')).toBe('off');
    const added = all(http)
      .filter(({ name }) => name === 'add_header')
      .map(({ args }) => args[0]);
    expect(added).toEqual(['Cache-Control', 'Retry-After']);
  });

  it('shows nobody outside what is for the operator', () => {
    for (const address of ['/metrics', '/readyz']) {
      expect(directive(locationOf('=', address), 'return')?.args).toEqual(['404']);
    }
  });

  it('logs neither queries nor the keys in personal addresses', () => {
    const format = directive(http, 'log_format')!.args.join(' ');
    for (const part of ['$request ', '$request_uri', '$args', '$uri ', '$http_referer', '$remote_addr']) {
      expect(`${format} `).not.toContain(part);
    }
    // What nginx calls an error is told with the whole request.
    expect(directive(parseNginx(file), 'error_log')?.args).toEqual(['stderr', 'crit']);
    const masked = http.find(({ name, args }) => name === 'map' && args[1] === '$logged_uri')!;
    const pattern = new RegExp(masked.block!.find(({ name }) => name.startsWith('~'))!.name.slice(1));
    for (const page of ['confirm', 'unsubscribe', 'preferences', 'lessons']) expect(`/${page}/token`).toMatch(pattern);
  });

  it('writes nowhere but under /tmp', () => {
    const paths = all(http).filter(({ name }) => /_temp_path$|^proxy_cache_path$/.test(name));
    expect(paths.length).toBeGreaterThan(5);
    for (const { args } of paths) expect(args[0]).toMatch(/^\/tmp\//);
  });
});

function locationOf(...args: string[]): Directive[] {
  const found = server.filter(({ name, args: own }) => name === 'location' && own.join(' ') === args.join(' '));
  expect(found).toHaveLength(1);
  return found[0]!.block!;
}

function blockOf(directives: Directive[], name: string): Directive[] {
  const block = directive(directives, name)?.block;
  if (!block) throw new Error(`there is no ${name} block`);
  return block;
}

function directive(directives: Directive[], name: string): Directive | undefined {
  return directives.find((one) => one.name === name);
}

function valueOf(directives: Directive[], name: string): string | undefined {
  return directive(directives, name)?.args[0];
}

function all(directives: Directive[]): Directive[] {
  return directives.flatMap((one) => [one, ...all(one.block ?? [])]);
}

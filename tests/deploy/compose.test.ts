import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseEnv } from '../../env.ts';

interface Service {
  image: string;
  build?: { context: string };
  command?: string[];
  restart: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas?: number };
  healthcheck?: { test?: string[]; disable?: boolean };
  volumes?: string[];
  ports?: string[];
  networks: string[];
  profiles?: string[];
  tmpfs?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
}

interface Compose {
  services: Record<'mongo' | 'mailpit' | 'web' | 'worker' | 'nginx' | 'seed', Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const { mongo, mailpit, web, worker, nginx, seed } = compose.services;
const named = Object.entries(compose.services);

describe('the production shape', () => {
  it('is two web processes behind one proxy, two workers, a database and a mail catcher', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['mailpit', 'mongo', 'nginx', 'seed', 'web', 'worker']);
    expect(web.deploy?.replicas).toBe(2);
    expect(worker.deploy?.replicas).toBe(2);
  });

  it('runs web, worker and seed from one image, with the commands of package.json', () => {
    expect(worker.image).toBe(web.image);
    expect(seed.image).toBe(web.image);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(web.command).toBeUndefined();
    expect(worker.command?.join(' ')).toBe(scripts.worker);
    expect(seed.command).toEqual(['npm', 'run', 'seed']);
    expect(scripts).toHaveProperty('seed');
  });

  it.each(named)('pins what %s runs', (_, { image }) => {
    expect(image).toMatch(/^[a-z/]+:.+$/);
    expect(image).not.toMatch(/:latest$/);
  });

  it('shows the outside the proxy and, on this machine, the caught mail', () => {
    expect(nginx.ports).toEqual(['${HTTP_BIND:-127.0.0.1:8080}:8080']);
    expect(mailpit.ports).toEqual(['127.0.0.1:8025:8025']);
    for (const service of [mongo, web, worker, seed]) expect(service.ports).toBeUndefined();
  });

  it('keeps the database on a network without a way out, with the application alone', () => {
    expect(compose.networks.database).toEqual({ internal: true });
    expect(mongo.networks).toEqual(['database']);
    expect(
      named
        .filter(([, { networks }]) => networks.includes('database'))
        .map(([name]) => name)
        .sort(),
    ).toEqual(['mongo', 'seed', 'web', 'worker']);
  });

  it('shares one data folder between all processes of the application', () => {
    for (const service of [web, worker, seed]) {
      expect(service.volumes).toContain('data:/data');
      expect(service.environment?.DATA_DIR).toBe('/data');
    }
  });

  it('mounts only what is declared or in the repository', () => {
    for (const [, { volumes = [] }] of named) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        const known = source.startsWith('./') ? existsSync(path.join(ROOT, source)) : source in compose.volumes;
        expect(known, volume).toBe(true);
      }
    }
  });
});

describe('starting in order', () => {
  it('makes MongoDB a replica set and waits for its primary', () => {
    expect(mongo.command).toContain('--replSet');
    const [kind, shell, ...rest] = mongo.healthcheck?.test ?? [];
    expect([kind, shell]).toEqual(['CMD', 'mongosh']);
    const script = rest.at(-1) ?? '';
    expect(script).toContain("rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] })");
    expect(script).toContain('isWritablePrimary');
    expect(web.environment?.DATABASE_URL).toContain('mongodb://mongo:27017/imprimatur?replicaSet=rs0');
  });

  it('lets no dead process lock the log for longer than twenty seconds', () => {
    expect(mongo.command).toContain('transactionLifetimeLimitSeconds=20');
  });

  it('waits for the health of everything that a service needs', () => {
    for (const [, { depends_on: needs = {} }] of named) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(condition).toBe('service_healthy');
        const { healthcheck } = compose.services[name as keyof Compose['services']];
        expect(healthcheck?.test ?? imageHealth(name)).toBeTruthy();
      }
    }
    expect(Object.keys(web.depends_on ?? {})).toContain('mongo');
    expect(Object.keys(worker.depends_on ?? {})).toContain('mongo');
    expect(Object.keys(nginx.depends_on ?? {})).toContain('web');
  });

  it('asks no worker for a page, but for the word that it leaves', () => {
    const [kind, ...command] = worker.healthcheck?.test ?? [];
    expect([kind, command.at(-1)]).toEqual(['CMD', '--health']);
    expect(existsSync(path.join(ROOT, command.at(-2) ?? ''))).toBe(true);
    expect(seed.healthcheck).toEqual({ disable: true });
  });

  it('starts again what falls over, but seeds only when asked', () => {
    for (const service of [mongo, mailpit, web, worker, nginx]) {
      expect(service.restart).toBe('unless-stopped');
      expect(service.profiles).toBeUndefined();
    }
    expect(seed.restart).toBe('no');
    expect(seed.profiles).toEqual(['demo']);
  });
});

describe('the settings', () => {
  it.each(['PAYLOAD_SECRET', 'SITE_URL', 'MAIL_FROM', 'POSTAL_ADDRESS'])('must include %s', (name) => {
    for (const service of [web, worker, seed])
      expect(service.environment?.[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?`));
  });

  it('hold no secret of their own', () => {
    for (const name of ['SIGNING_KEY', 'DKIM_PRIVATE_KEY']) expect(web.environment?.[name]).toBe(`\${${name}:-}`);
  });

  it('are the same for all processes, and leave the mail to the workers', () => {
    expect(worker.environment).toEqual(web.environment);
    expect(seed.environment).toEqual(web.environment);
    expect(web.environment?.WORKER).toBe('off');
  });

  it('are ones that the application accepts, with the defaults of the file', () => {
    const required = {
      PAYLOAD_SECRET: 's'.repeat(36),
      SITE_URL: 'https://health.example.org',
      MAIL_FROM: 'courses@example.org',
      POSTAL_ADDRESS: '1 Street, Town',
    };
    const env = parseEnv({ ...interpolate(web.environment ?? {}), ...required });
    expect(env).toMatchObject({
      nodeEnv: 'production',
      demo: false,
      worker: 'off',
      mailUrl: 'smtp://mailpit:1025',
      dkim: null,
    });
  });

  it('are all missing or all there: without the required ones nothing starts', () => {
    const none = Object.fromEntries(
      Object.entries(interpolate(web.environment ?? {})).filter(([, value]) => value !== ''),
    );
    expect(() => parseEnv(none)).toThrow(/PAYLOAD_SECRET[\s\S]*SITE_URL/);
  });
});

describe('what a break-in finds', () => {
  it.each(named)('%s cannot write to its own image, nor gain rights', (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.tmpfs?.length).toBeGreaterThan(0);
  });

  it.each(named.filter(([name]) => name !== 'mongo'))('%s has no capabilities', (_, { cap_drop }) => {
    expect(cap_drop).toEqual(['ALL']);
  });
});

/** Defaults of `${NAME:-default}`; what is required becomes empty. */
const interpolate = (environment: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+(?::-([^}]*)|:\?[^}]*)\}/g, '$1')]),
  );

const imageHealth = (name: string): boolean => name === 'web' && /^HEALTHCHECK /m.test(read('Dockerfile'));

import type { Payload } from 'payload';
import { createRequestCounts } from '../collections/shared/request-counts.ts';
import { servicesOf } from '../editorial/records/services.ts';
import type { Env } from '../env.ts';
import { leftFile } from '../publishers/email/left/left-file.ts';
import type { MailTransport } from '../publishers/email/mail-transport.ts';
import { BODY_MAPS } from '../body-maps.ts';
import { SIGN_UP_LIMITS } from '../policy.ts';
import { logTo } from '../publishers/log-events.ts';
import { createPublishers, type Publishers } from '../publishers/index.ts';
import { cardFontOf } from './card-font.ts';
import { figureFilesIn } from './figure-files.ts';
import { readStruckOff } from './struck-off.ts';
import { emergencyNumbers } from '../model/emergency-numbers.ts';

/** The channels of a running system. `now` is the same clock that the verbs see. */
export function createChannels({ payload, env, now }: { payload: Payload; env: Env; now: () => Date }): Publishers {
  const left = leftFile({
    ...{ dataDir: env.dataDir, secret: env.payloadSecret, now },
    onError: (error) =>
      payload.logger.error({ err: error, msg: 'that a reader left is not kept outside the database' }),
  });
  void left.begin();
  return createPublishers({
    payload,
    siteUrl: env.siteUrl,
    demo: env.demo,
    maps: BODY_MAPS,
    styleguide: env.nodeEnv === 'development',
    emergency: emergencyNumbers(env.emergencyCountry),
    now,
    hub: env.websubHub,
    signingKey: servicesOf(payload).signingKey,
    policy: servicesOf(payload).policy,
    struckOff: () => readStruckOff(payload),
    mail: {
      transport: payload.config.custom.mail as MailTransport,
      secret: env.payloadSecret,
      from: env.mailFrom,
      postalAddress: env.postalAddress,
    },
    left,
    counts: createRequestCounts(payload, env.payloadSecret, now),
    signUpLimits: SIGN_UP_LIMITS,
    trustedProxies: env.trustedProxies,
    figureFile: figureFilesIn(env.dataDir),
    cardFont: cardFontOf((error) =>
      payload.logger.error({ err: error, msg: 'the typeface of cards is not there: they are drawn without words' }),
    ),
    securityContact: env.securityContact,
    log: logTo(payload.logger),
    onError: (error) => payload.logger.error({ err: error, msg: 'a channel failed' }),
    onFault: ({ seq, what }) =>
      payload.logger.error({ seq, msg: `release ${seq} of the log does not verify: ${what}` }),
    onTrouble: (what, error) => payload.logger.error({ err: error, msg: what }),
  });
}

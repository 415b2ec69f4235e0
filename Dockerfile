# One image for web and worker: `npm start` serves, `npm run worker` sends mail and follows the log.

FROM node:20.20-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 \
    NPM_CONFIG_UPDATE_NOTIFIER=false \
    NPM_CONFIG_CACHE=/tmp/npm
COPY package.json package-lock.json .npmrc ./

FROM base AS deps
RUN npm ci

FROM deps AS build
COPY . .
# The build needs neither secret nor database (scripts/build.ts): both belong to the running system.
RUN DATA_DIR=/tmp/build npm run build

FROM base AS production-deps
RUN npm ci --omit=dev

FROM base AS run
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
# The scripts run TypeScript through tsx, so the sources stay in the image; they belong to root.
COPY . .
COPY --from=production-deps /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
RUN mkdir -p /data /app/.next/cache && chown node:node /data /app/.next/cache
USER node
VOLUME /data
EXPOSE 3000
# The web's. A container that runs the worker has one of its own: `scripts/worker.ts --health` (docker-compose.yml).
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`, without npm: it hands a signal on to nobody, so that every stop would be a kill.
CMD ["node", "--max-old-space-size=512", "--min-semi-space-size=16", "--max-semi-space-size=16", "scripts/start.mjs"]

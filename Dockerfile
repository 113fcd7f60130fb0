# syntax=docker/dockerfile:1

FROM node:24.18-bookworm AS build
WORKDIR /src
COPY package.json package-lock.json tsconfig.base.json ./
COPY client-sdk/package.json client-sdk/
COPY server/package.json server/
COPY server/bin server/bin
COPY web/package.json web/
RUN npm ci --no-audit --no-fund
COPY client-sdk client-sdk
COPY server server
COPY web web
COPY migrations migrations
COPY tooling/build tooling/build
RUN npm run build

# What runs: the server's own dependencies, compiled for this image. Without --legacy-peer-deps the optional peers
# of a library would bring the build tools of the web along.
FROM node:24.18-bookworm AS runtime
WORKDIR /src
COPY package.json package-lock.json ./
COPY client-sdk/package.json client-sdk/
COPY server/package.json server/
COPY server/bin server/bin
COPY web/package.json web/
RUN npm ci --omit=dev -w server --include-workspace-root=false --legacy-peer-deps --no-audit --no-fund

FROM node:24.18-bookworm-slim
ENV NODE_ENV=production MISHAP_DATA_DIR=/data
WORKDIR /app
COPY --from=runtime /src/node_modules node_modules
COPY --from=build /src/client-sdk/package.json client-sdk/
COPY --from=build /src/client-sdk/dist client-sdk/dist
COPY --from=runtime /src/server server
COPY --from=build /src/server/dist server/dist
COPY --from=build /src/server/bundle server/bundle
COPY --from=build /src/web/dist web/dist
COPY migrations migrations
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.MISHAP_PORT||8080)+'/api/v1/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server/bin/mishap.js", "serve"]

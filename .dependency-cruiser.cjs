const swc = require('@swc/core');

// dependency-cruiser asks swc for TypeScript without JSX, whatever the name of the file.
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/**
 * Who may import whom. The architecture in one file; docs/architecture.md says why.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle means that two things are one.', {}, { circular: true }),
    forbid('no-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'nothing-imports-test',
      'Production code never sees tests; only the runners may use the desktop session.',
      { pathNot: '^(test|build)/' },
      { path: '^test/' },
    ),
    forbid(
      'build-uses-only-the-desktop-session',
      'The start, demo and test runners may start a desktop session, nothing else of the tests.',
      { path: '^build/' },
      { path: '^test/', pathNot: '^test/(desktop|bench|demo)/' },
    ),
    forbid(
      'electron-only-in-main',
      'Electron is a detail of the shell (and of the launcher that stands in for its own).',
      { pathNot: '^(main|test|build/runtime/(launcher|versions-app))/' },
      { path: '(^|/)node_modules/electron/|^electron$' },
    ),
    forbid(
      'app-is-closed',
      'The core knows neither shell nor face nor builder.',
      { path: '^app/' },
      { path: '^(main|renderer|build|test)/' },
    ),
    forbid(
      'app-has-no-node',
      'The core runs anywhere: no Node built-ins.',
      { path: '^app/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'app-has-no-ui-library',
      'The core has no React and no UI state library.',
      { path: '^app/' },
      { path: 'node_modules/(react|react-dom|react-redux|@reduxjs|@fluentui)/' },
    ),
    forbid(
      'util-is-the-bottom',
      'util depends on nothing of ours.',
      { path: '^app/util/' },
      { path: '^(app|main|renderer)/', pathNot: '^app/util/' },
    ),
    forbid(
      'ports-see-util-only',
      'Ports are what the core needs of the world: they name neither the domain nor an implementation.',
      { path: '^app/ports/' },
      { path: '^app/', pathNot: '^app/(ports|util)/' },
    ),
    forbid(
      'domain-is-pure',
      'Domain knows util, its own kind and nothing of protocol, services or processes.',
      { path: '^app/domain/' },
      { path: '^app/', pathNot: '^app/(domain|util|ports)/' },
    ),
    forbid(
      'ucwa-never-sees-domain',
      'services is the one translator between protocol and domain.',
      { path: '^app/ucwa/' },
      { path: '^app/', pathNot: '^app/(ucwa|util|ports)/' },
    ),
    forbid(
      'contract-is-not-an-implementation',
      'The contract between processes never sees protocol or services.',
      { path: '^app/ipc/' },
      { path: '^app/(ucwa|services)/' },
    ),
    forbid(
      'messages-stand-alone',
      'Catalogues and keys need util at most.',
      { path: '^app/i18n/' },
      { path: '^app/', pathNot: '^app/(i18n|util)/' },
    ),
    forbid(
      'renderer-sees-the-contract-only',
      'The face knows the contract, the domain, helpers and messages; never protocol or shell.',
      { path: '^renderer/' },
      { path: '^(app|main|build)/', pathNot: '^app/(ipc|domain|util|i18n)/' },
    ),
    forbid(
      'renderer-has-no-node',
      'The renderer is a web page.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'features-do-not-enter-ui',
      'Primitives know neither features nor the store.',
      { path: '^renderer/ui/' },
      { path: '^renderer/(features|store|bridge)/' },
    ),
    forbid(
      'main-sees-ucwa-in-few-places',
      'Only the composition root, the adapters and the built-in server may see the protocol.',
      { path: '^main/', pathNot: '^main/(compose\\.ts|adapters/|sandbox/)' },
      { path: '^app/ucwa/' },
    ),
    forbid(
      'main-never-sees-renderer',
      'Processes meet in the contract.',
      { path: '^main/' },
      { path: '^renderer/' },
    ),
    forbid(
      'sandbox-is-an-independent-witness',
      'The built-in server shares helpers with the client, never its protocol code.',
      { path: '^main/sandbox/' },
      { path: '^(app|main)/', pathNot: '^(app/util|main/sandbox)/' },
    ),
    forbid(
      'preload-is-one-bridge',
      'The sandboxed preload sees the contract only.',
      { path: '^main/preload/' },
      { path: '^(app|main)/', pathNot: '^(app/(ipc|util)|main/preload)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|node_modules/\\.cache)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.svg'],
    },
  },
};

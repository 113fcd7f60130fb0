const { join } = require('node:path')

module.exports = {
  mode: 'production',
  devtool: false,
  context: __dirname,
  entry: './src/main.jsx',
  output: {
    path: join(__dirname, 'dist'),
    publicPath: '/',
    filename: 'static/js/[name].[contenthash:8].js',
    chunkFilename: 'static/js/[id].[contenthash:8].chunk.js',
  },
  optimization: { splitChunks: { chunks: 'all' }, runtimeChunk: 'single' },
  performance: { hints: false },
  module: {
    rules: [
      {
        test: /\.jsx?$/,
        loader: 'esbuild-loader',
        options: { target: 'es2020', jsx: 'automatic', loader: 'jsx' },
      },
    ],
  },
}

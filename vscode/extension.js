// Starts `zhunze lsp` and lets the editor talk to it. Everything that is said about a pack comes from there.
const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const command = workspace.getConfiguration("zhunze").get("path", "zhunze");
  const server = { command, args: ["lsp"], transport: TransportKind.stdio };
  const documents = {
    documentSelector: [{ scheme: "file", language: "zhunze" }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{zz,tsv}") },
  };
  client = new LanguageClient("zhunze", "Zhunze 准则", server, documents);
  await client.start();
};

exports.deactivate = () => client?.stop();

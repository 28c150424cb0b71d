//! `zhunze lsp`: the language server, over standard input and output. What it says comes from the library; here it is only put into
//! the protocol's words.

mod convert;
mod handle;

use crate::{Fallible, OK, packs, sources};
use convert::{path_of, uri_of};
use lsp_server::{Connection, Message, Notification, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument, Notification as _,
    PublishDiagnostics,
};
use lsp_types::{
    CodeActionProviderCapability, CompletionOptions, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, FoldingRangeProviderCapability, HoverProviderCapability,
    OneOf, PublishDiagnosticsParams, RenameOptions, ServerCapabilities, TextDocumentSyncCapability,
    TextDocumentSyncKind, WorkDoneProgressOptions,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;
use zhunze::compile::Outcome;
use zhunze::editing::Workspace;

/// How long nothing has to be typed before packs are compiled.
const PAUSE: Duration = Duration::from_millis(150);

pub struct Server {
    workspace: Workspace,
    /// Open files: the name they have in the workspace.
    open: BTreeSet<String>,
    /// Folders whose packs were read.
    read: BTreeSet<PathBuf>,
    /// What the last compilation said.
    outcome: Outcome,
    /// Files that have problems on show.
    shown: BTreeSet<String>,
}

pub fn run() -> Fallible<u8> {
    let said = |e: &dyn std::fmt::Display| format!("语言服务 language server: {e}");
    let (connection, threads) = Connection::stdio();
    let (id, _) = connection.initialize_start().map_err(|e| said(&e))?;
    let reply = json!({
        "capabilities": capabilities(),
        "serverInfo": {"name": "zhunze", "version": env!("CARGO_PKG_VERSION")},
    });
    connection.initialize_finish(id, reply).map_err(|e| said(&e))?;
    let given = packs::built_in(true)?;
    let mut server = Server {
        workspace: Workspace::new(given),
        open: BTreeSet::new(),
        read: BTreeSet::new(),
        outcome: Outcome::default(),
        shown: BTreeSet::new(),
    };
    server.serve(&connection).map_err(|e| said(&e))?;
    drop(connection);
    threads.join().map_err(|e| said(&e))?;
    Ok(OK)
}

fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::FULL)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(vec!["<".to_owned(), ".".to_owned()]),
            ..CompletionOptions::default()
        }),
        document_formatting_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        code_action_provider: Some(CodeActionProviderCapability::Simple(true)),
        ..ServerCapabilities::default()
    }
}

type Failed = Box<dyn std::error::Error + Send + Sync>;

impl Server {
    fn serve(&mut self, connection: &Connection) -> Result<(), Failed> {
        let mut stale = false;
        loop {
            // Packs are compiled when nothing has come for a moment, so that typing is never waited for.
            let message = if stale {
                match connection.receiver.recv_timeout(PAUSE) {
                    Ok(message) => message,
                    Err(e) if e.is_timeout() => {
                        self.compile(connection)?;
                        stale = false;
                        continue;
                    }
                    Err(_) => return Ok(()),
                }
            } else {
                match connection.receiver.recv() {
                    Ok(message) => message,
                    Err(_) => return Ok(()),
                }
            };
            match message {
                Message::Request(request) => {
                    if connection.handle_shutdown(&request)? {
                        return Ok(());
                    }
                    // What depends on problems waits for those of the text as it is.
                    if stale && request.method == "textDocument/codeAction" {
                        self.compile(connection)?;
                        stale = false;
                    }
                    let id = request.id.clone();
                    let response = match self.answer(request) {
                        Ok(value) => Response::new_ok(id, value),
                        Err(why) => Response::new_err(id, lsp_server::ErrorCode::RequestFailed as i32, why),
                    };
                    connection.sender.send(Message::Response(response))?;
                }
                Message::Notification(notification) => stale |= self.notice(notification)?,
                Message::Response(_) => {}
            }
        }
    }

    /// Takes a notification; says whether packs have to be compiled again.
    fn notice(&mut self, notification: Notification) -> Result<bool, Failed> {
        match notification.method.as_str() {
            DidOpenTextDocument::METHOD => {
                let params: DidOpenTextDocumentParams = serde_json::from_value(notification.params)?;
                let document = params.text_document;
                let Some(path) = path_of(&document.uri) else { return Ok(false) };
                self.read_packs(&path);
                let name = name_of(&path);
                self.workspace.set(&name, document.text);
                self.open.insert(name);
            }
            DidChangeTextDocument::METHOD => {
                let params: DidChangeTextDocumentParams = serde_json::from_value(notification.params)?;
                let (Some(path), Some(change)) =
                    (path_of(&params.text_document.uri), params.content_changes.into_iter().last())
                else {
                    return Ok(false);
                };
                self.workspace.set(&name_of(&path), change.text);
            }
            DidCloseTextDocument::METHOD => {
                let params: DidCloseTextDocumentParams = serde_json::from_value(notification.params)?;
                let Some(path) = path_of(&params.text_document.uri) else { return Ok(false) };
                self.open.remove(&name_of(&path));
                // What was not saved is gone.
                self.reload(&path);
            }
            DidChangeWatchedFiles::METHOD => {
                let params: DidChangeWatchedFilesParams = serde_json::from_value(notification.params)?;
                for path in params.changes.iter().filter_map(|c| path_of(&c.uri)) {
                    if !self.open.contains(&name_of(&path)) {
                        self.reload(&path);
                    }
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn reload(&mut self, path: &Path) {
        let name = name_of(path);
        match std::fs::read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => self.workspace.set(&name, text),
            None => self.workspace.remove(&name),
        }
    }

    /// Reads the pack that a file belongs to, and those in the folders beside it.
    fn read_packs(&mut self, path: &Path) {
        let Some(folder) = path.parent() else { return };
        let beside = folder.parent().and_then(|all| sources::pack_dirs(all).ok()).unwrap_or_default();
        for folder in beside.into_iter().chain([folder.to_owned()]) {
            if !self.read.insert(folder.clone()) {
                continue;
            }
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            let files = entries.filter_map(|e| e.ok().map(|e| e.path()));
            for file in files.filter(|p| p.extension().is_some_and(|e| e == "zz" || e == "tsv")) {
                if !self.open.contains(&name_of(&file)) {
                    self.reload(&file);
                }
            }
        }
    }

    /// Compiles the packs of open files, and tells the problems of all their files.
    fn compile(&mut self, connection: &Connection) -> Result<(), Failed> {
        let open: Vec<&str> = self.open.iter().map(String::as_str).collect();
        self.outcome = self.workspace.compile(&open);
        let mut problems: BTreeMap<String, Vec<lsp_types::Diagnostic>> = BTreeMap::new();
        // Files that had problems, and may have none now.
        for name in self.shown.iter().chain(&self.open) {
            problems.insert(name.clone(), Vec::new());
        }
        for diagnostic in &self.outcome.diagnostics {
            let Some((name, text)) = self.outcome.sources.get(diagnostic.span.file) else { continue };
            let told = convert::diagnostic(diagnostic, text, &self.outcome.sources);
            problems.entry(name.to_owned()).or_default().push(told);
        }
        self.shown = problems.iter().filter(|(_, list)| !list.is_empty()).map(|(name, _)| name.clone()).collect();
        for (name, diagnostics) in problems {
            let Some(uri) = uri_of(&name) else { continue };
            let params = PublishDiagnosticsParams { uri, diagnostics, version: None };
            let method = PublishDiagnostics::METHOD.to_owned();
            connection.sender.send(Message::Notification(Notification::new(method, params)))?;
        }
        Ok(())
    }
}

/// A file's name in the workspace: its path.
pub fn name_of(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

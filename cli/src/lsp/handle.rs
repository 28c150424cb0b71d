//! Requests and their answers.

use super::convert::{offset, path_of, range, uri_of};
use super::{Server, name_of};
use lsp_server::Request;
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, FoldingRangeRequest, Formatting, GotoDefinition,
    HoverRequest, PrepareRenameRequest, References, Rename, Request as _,
};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CompletionItem, CompletionItemKind,
    CompletionParams, DocumentFormattingParams, DocumentSymbol, DocumentSymbolParams, FoldingRange, FoldingRangeKind,
    FoldingRangeParams, GotoDefinitionParams, Hover, HoverContents, HoverParams, Location, MarkupContent, MarkupKind,
    PrepareRenameResponse, ReferenceParams, RenameParams, SymbolKind, TextDocumentPositionParams, TextEdit, Uri,
    WorkspaceEdit,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use zhunze::diagnostic::Message;
use zhunze::editing::{self, CompletionKind, Kind, Place};
use zhunze::syntax;

fn read<T: DeserializeOwned>(params: Value) -> Result<T, String> {
    serde_json::from_value(params).map_err(|e| e.to_string())
}

fn both(message: &Message) -> String {
    format!("{} / {}", message.zh, message.en)
}

/// A file and a byte in it.
struct Spot {
    file: String,
    at: usize,
}

impl Server {
    pub(super) fn answer(&self, request: Request) -> Result<Value, String> {
        let params = request.params;
        Ok(match request.method.as_str() {
            HoverRequest::METHOD => {
                let params: HoverParams = read(params)?;
                json!(self.spot(&params.text_document_position_params).and_then(|spot| self.hover(&spot)))
            }
            GotoDefinition::METHOD => {
                let params: GotoDefinitionParams = read(params)?;
                let spot = self.spot(&params.text_document_position_params);
                let places = spot.map(|s| self.workspace.definition(&s.file, s.at)).unwrap_or_default();
                json!(places.iter().filter_map(|p| self.location(p)).collect::<Vec<_>>())
            }
            References::METHOD => {
                let params: ReferenceParams = read(params)?;
                let spot = self.spot(&params.text_document_position);
                let places = spot.map(|s| self.workspace.references(&s.file, s.at)).unwrap_or_default();
                json!(places.iter().filter_map(|(p, _)| self.location(p)).collect::<Vec<_>>())
            }
            PrepareRenameRequest::METHOD => {
                let params: TextDocumentPositionParams = read(params)?;
                let Some(spot) = self.spot(&params) else { return Ok(Value::Null) };
                let (place, name) = self.workspace.renamable(&spot.file, spot.at).map_err(|m| both(&m))?;
                let range = self.location(&place).map(|l| l.range).unwrap_or_default();
                json!(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: name })
            }
            Rename::METHOD => {
                let params: RenameParams = read(params)?;
                let Some(spot) = self.spot(&params.text_document_position) else { return Ok(Value::Null) };
                let edits = self.workspace.rename(&spot.file, spot.at, &params.new_name).map_err(|m| both(&m))?;
                json!(self.edit(&edits))
            }
            Completion::METHOD => {
                let params: CompletionParams = read(params)?;
                json!(self.spot(&params.text_document_position).map(|spot| self.completions(&spot)))
            }
            Formatting::METHOD => {
                let params: DocumentFormattingParams = read(params)?;
                json!(self.formatted(&params.text_document.uri)?)
            }
            FoldingRangeRequest::METHOD => {
                let params: FoldingRangeParams = read(params)?;
                json!(self.folds(&params.text_document.uri))
            }
            DocumentSymbolRequest::METHOD => {
                let params: DocumentSymbolParams = read(params)?;
                json!(self.symbols(&params.text_document.uri))
            }
            CodeActionRequest::METHOD => {
                let params: CodeActionParams = read(params)?;
                json!(self.actions(&params))
            }
            other => return Err(format!("没有这个功能 not supported: {other}")),
        })
    }

    fn name(uri: &Uri) -> Option<String> {
        path_of(uri).map(|path| name_of(&path))
    }

    fn spot(&self, params: &TextDocumentPositionParams) -> Option<Spot> {
        let file = Self::name(&params.text_document.uri)?;
        let at = offset(&self.workspace.file(&file)?.text, params.position);
        Some(Spot { file, at })
    }

    fn location(&self, place: &Place) -> Option<Location> {
        let text = &self.workspace.file(&place.file)?.text;
        Some(Location { uri: uri_of(&place.file)?, range: range(text, place.start, place.end) })
    }

    fn hover(&self, spot: &Spot) -> Option<Hover> {
        let (place, value) = self.workspace.hover(&spot.file, spot.at)?;
        let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
        Some(Hover { contents, range: self.location(&place).map(|l| l.range) })
    }

    // The keys of a workspace edit are URIs, whose insides the type guards with a cell that nobody changes.
    #[allow(clippy::mutable_key_type)]
    fn edit(&self, edits: &[editing::TextEdit]) -> WorkspaceEdit {
        let mut changes: std::collections::HashMap<Uri, Vec<TextEdit>> = std::collections::HashMap::new();
        for edit in edits {
            if let Some(at) = self.location(&edit.place) {
                changes.entry(at.uri).or_default().push(TextEdit { range: at.range, new_text: edit.text.clone() });
            }
        }
        WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
    }

    fn completions(&self, spot: &Spot) -> Vec<CompletionItem> {
        let all = self.workspace.completions(&spot.file, spot.at).into_iter();
        let items = all.map(|c| CompletionItem {
            kind: Some(match c.kind {
                CompletionKind::Keyword => CompletionItemKind::KEYWORD,
                CompletionKind::Name(kind) => match kind {
                    Kind::Field => CompletionItemKind::FIELD,
                    Kind::Member => CompletionItemKind::ENUM_MEMBER,
                    Kind::Type => CompletionItemKind::CLASS,
                    Kind::Rule => CompletionItemKind::FUNCTION,
                    Kind::Pack | Kind::Law => CompletionItemKind::MODULE,
                    _ => CompletionItemKind::VARIABLE,
                },
            }),
            // Typing the id finds the Chinese name too.
            filter_text: Some(format!("{} {}", c.text, c.detail)),
            detail: Some(c.detail).filter(|d| !d.is_empty()),
            label: c.text,
            ..CompletionItem::default()
        });
        items.collect()
    }

    fn formatted(&self, uri: &Uri) -> Result<Option<Vec<TextEdit>>, String> {
        let Some(file) = Self::name(uri).and_then(|name| self.workspace.file(&name)) else { return Ok(None) };
        // The file stays as it is: what does not parse cannot be laid out anew without losing something.
        let formatted = syntax::format(&file.text, None)
            .map_err(|all| all.first().map_or_else(String::new, |d| format!("{} {}", d.code, both(&d.message))))?;
        if formatted == file.text {
            return Ok(Some(Vec::new()));
        }
        Ok(Some(vec![TextEdit { range: range(&file.text, 0, file.text.len()), new_text: formatted }]))
    }

    fn folds(&self, uri: &Uri) -> Vec<FoldingRange> {
        let Some(file) = Self::name(uri).and_then(|name| self.workspace.file(&name)) else { return Vec::new() };
        let all = self.workspace.folds(&file.name).into_iter().map(|(start, end, comment)| {
            let at = range(&file.text, start, end);
            FoldingRange {
                start_line: at.start.line,
                end_line: at.end.line,
                kind: Some(if comment { FoldingRangeKind::Comment } else { FoldingRangeKind::Region }),
                ..FoldingRange::default()
            }
        });
        all.filter(|f| f.start_line < f.end_line).collect()
    }

    fn symbols(&self, uri: &Uri) -> Vec<DocumentSymbol> {
        let Some(file) = Self::name(uri).and_then(|name| self.workspace.file(&name)) else { return Vec::new() };
        let all = self.workspace.outline(&file.name).iter();
        let items = all.filter(|d| !matches!(d.kind, Kind::Field | Kind::Member | Kind::Exception));
        #[allow(deprecated)] // the field must be there, and is not to be used
        let symbols = items.map(|d| DocumentSymbol {
            name: d.name.node.clone(),
            detail: d.id.as_ref().map(|id| id.node.clone()),
            kind: match d.kind {
                Kind::Rule => SymbolKind::FUNCTION,
                Kind::Type => SymbolKind::CLASS,
                Kind::Pack | Kind::Law => SymbolKind::MODULE,
                _ => SymbolKind::VARIABLE,
            },
            tags: None,
            deprecated: None,
            range: range(&file.text, d.span.start as usize, d.span.end as usize),
            selection_range: range(&file.text, d.name.span.start as usize, d.name.span.end as usize),
            children: None,
        });
        symbols.collect()
    }

    fn actions(&self, params: &CodeActionParams) -> Vec<CodeActionOrCommand> {
        let Some(name) = Self::name(&params.text_document.uri) else { return Vec::new() };
        let Some(file) = self.workspace.file(&name) else { return Vec::new() };
        let (from, to) = (offset(&file.text, params.range.start), offset(&file.text, params.range.end));
        let fixes = self.workspace.fixes(&self.outcome);
        let here = fixes.into_iter().filter(|f| f.at.file == name && f.at.start <= to && from <= f.at.end);
        let actions = here.map(|fix| {
            let of = |d: &&lsp_types::Diagnostic| d.range == range(&file.text, fix.at.start, fix.at.end);
            CodeActionOrCommand::CodeAction(CodeAction {
                title: both(&fix.title),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(params.context.diagnostics.iter().filter(of).cloned().collect()),
                edit: Some(self.edit(std::slice::from_ref(&fix.edit))),
                is_preferred: Some(true),
                ..CodeAction::default()
            })
        });
        let by_title: BTreeMap<String, CodeActionOrCommand> = actions
            .filter_map(|a| match &a {
                CodeActionOrCommand::CodeAction(action) => Some((action.title.clone(), a)),
                CodeActionOrCommand::Command(_) => None,
            })
            .collect();
        by_title.into_values().collect()
    }
}

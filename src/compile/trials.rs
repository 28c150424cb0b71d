//! Examples, scenarios and prescribed wordings, run.

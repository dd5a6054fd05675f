//! Builds what is in `data/` from the corpora it comes from. Never part of the
//! server's build.

mod calibration;
mod endings;
mod language_clusters;
mod language_corpus;
mod language_model;
mod language_sharpness;
mod perceptron;
mod rarity;
mod relation;
mod simplified;
mod tagger;
mod treebank;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Builds the tables and models in data/ from their corpora")]
struct Arguments {
    #[command(subcommand)]
    table: Table,
    /// Folder that holds the corpora, as data/LICENCES.md names them.
    #[arg(long, global = true, default_value = "corpora")]
    corpora: PathBuf,
    /// Folder to write to.
    #[arg(long, global = true, default_value = "data")]
    out: PathBuf,
}

#[derive(Subcommand)]
enum Table {
    /// Probability of an answer of whatlang, by its confidence and the text's length.
    WhatlangCalibration,
    /// How rare a stem is in a language at large.
    Rarity,
    /// Weights of the language model.
    LanguageModel,
    /// Weights of the part-of-speech tagger; tells how good it is on sentences kept aside.
    Tagger,
    /// What kind of word a form is by its ending; tells how well that agrees with treebanks.
    Endings,
    /// Simplified Chinese characters of traditional ones.
    Simplified,
    /// Weights of the probability of one story; prints them, for they are constants.
    Relation,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    match arguments.table {
        Table::WhatlangCalibration => calibration::build(&arguments.corpora, &arguments.out),
        Table::LanguageModel => language_model::build(&arguments.corpora, &arguments.out),
        Table::Tagger => tagger::build(&arguments.corpora, &arguments.out),
        Table::Endings => endings::build(&arguments.corpora, &arguments.out),
        Table::Simplified => simplified::build(&arguments.corpora, &arguments.out),
        Table::Relation => relation::print(&arguments.corpora),
        Table::Rarity => rarity::build(&arguments.corpora, &arguments.out),
    }
}

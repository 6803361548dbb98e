//! Places on the ground.

use crate::definition::ElementSource;
use crate::expression::Type;
use crate::form::compile::Compiler;
use crate::form::compile::data::one_of;
use crate::kind::{Kind, Map, Shape};

/// The type that conditions see.
pub(super) fn type_of(source: &ElementSource) -> Type {
    let shapes = read(source).into_iter();
    Type::Location(shapes.map(|shape| shape.term().to_owned()).collect())
}

/// What can be drawn, in the order of the terms; a point when the author says nothing.
fn read(source: &ElementSource) -> Vec<Shape> {
    let written = source.shapes.iter().flat_map(|shapes| &shapes.value);
    let mut shapes: Vec<Shape> = written
        .filter_map(|shape| shape.value.parse().ok())
        .collect();
    shapes.sort_unstable();
    shapes.dedup();
    if shapes.is_empty() {
        shapes.push(Shape::Point);
    }
    shapes
}

impl Compiler<'_> {
    pub(super) fn map(&mut self, source: &ElementSource) -> Kind {
        if let Some(shapes) = &source.shapes {
            if shapes.value.is_empty() {
                self.problems.note_expecting(
                    shapes.referenced,
                    "nothing can be drawn",
                    one_of(Shape::TERMS),
                );
            }
            for shape in &shapes.value {
                if shape.value.parse::<Shape>().is_err() {
                    let message = format!("`{}` cannot be drawn", shape.value);
                    self.problems
                        .note_expecting(shape.referenced, message, one_of(Shape::TERMS));
                }
            }
        }
        Kind::Map(Map {
            shapes: read(source),
        })
    }
}

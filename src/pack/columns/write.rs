//! Writing columns.

use super::{Below, ColumnError, number};
use serde::ser::{
    Serialize, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

/// The bytes of a value. The same value gives the same bytes.
pub(in crate::pack) fn to_bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, ColumnError> {
    let mut columns = vec![Column::default()];
    value.serialize(Place { columns: &mut columns, at: 0 })?;
    let columns: Vec<(Vec<u8>, bool)> = columns.iter().map(Column::bytes).collect();
    let mut out = Vec::new();
    number::write(columns.len() as u64, &mut out);
    for (bytes, differences) in &columns {
        number::write((bytes.len() as u64) << 1 | u64::from(*differences), &mut out);
    }
    columns.iter().for_each(|(bytes, _)| out.extend_from_slice(bytes));
    Ok(out)
}

#[derive(Default)]
struct Column {
    numbers: Vec<u64>,
    text: Vec<u8>,
    below: Below,
}

impl Column {
    /// Its bytes, and whether they are differences.
    fn bytes(&self) -> (Vec<u8>, bool) {
        // A column holds text or numbers.
        let mut out = self.text.clone();
        let previous = std::iter::once(0).chain(self.numbers.iter().copied());
        let differences = self.numbers.iter().zip(previous).map(|(n, p)| number::zigzag(n.wrapping_sub(p) as i64));
        let length = |numbers: &mut dyn Iterator<Item = u64>| numbers.map(number::len).fold(0, u64::saturating_add);
        let shorter = length(&mut differences.clone()) < length(&mut self.numbers.iter().copied());
        if shorter {
            differences.for_each(|n| number::write(n, &mut out));
        } else {
            self.numbers.iter().for_each(|n| number::write(*n, &mut out));
        }
        (out, shorter)
    }
}

/// Where a value is written.
struct Place<'a> {
    columns: &'a mut Vec<Column>,
    at: usize,
}

impl Place<'_> {
    fn number(&mut self, number: u64) -> Result<(), ColumnError> {
        self.columns.get_mut(self.at).ok_or(ColumnError)?.numbers.push(number);
        Ok(())
    }

    fn signed(&mut self, number: i64) -> Result<(), ColumnError> {
        self.number(number::zigzag(number))
    }

    fn below(&mut self, place: usize) -> Result<Place<'_>, ColumnError> {
        let fresh = self.columns.len();
        let below = &mut self.columns.get_mut(self.at).ok_or(ColumnError)?.below;
        let at = match below.at(place) {
            Some(at) => at,
            None => {
                below.set(place, fresh)?;
                self.columns.push(Column::default());
                fresh
            }
        };
        Ok(Place { columns: &mut *self.columns, at })
    }
}

/// The parts of a value, each in its own place, or all in the first.
struct Parts<'a> {
    columns: &'a mut Vec<Column>,
    at: usize,
    next: usize,
    list: bool,
}

impl Parts<'_> {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ColumnError> {
        let place = if self.list { 0 } else { self.next };
        self.next = self.next.saturating_add(1);
        let mut here = Place { columns: &mut *self.columns, at: self.at };
        value.serialize(here.below(place)?)
    }
}

impl<'a> Place<'a> {
    fn parts(self) -> Parts<'a> {
        Parts { columns: self.columns, at: self.at, next: 0, list: false }
    }

    /// The place of a variant's fields.
    fn variant(mut self, variant: u32) -> Result<Parts<'a>, ColumnError> {
        self.number(u64::from(variant))?;
        let at = self.below(variant as usize)?.at;
        Ok(Parts { columns: self.columns, at, next: 0, list: false })
    }
}

macro_rules! unsigned {
    ($($name:ident $ty:ty),*) => {$(
        fn $name(mut self, value: $ty) -> Result<(), ColumnError> {
            self.number(u64::from(value))
        }
    )*};
}

macro_rules! signed {
    ($($name:ident $ty:ty),*) => {$(
        fn $name(mut self, value: $ty) -> Result<(), ColumnError> {
            self.signed(i64::from(value))
        }
    )*};
}

impl<'a> Serializer for Place<'a> {
    type Ok = ();
    type Error = ColumnError;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Parts<'a>;
    type SerializeTupleVariant = Parts<'a>;
    type SerializeMap = serde::ser::Impossible<(), ColumnError>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Parts<'a>;

    unsigned!(serialize_bool bool, serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);
    unsigned!(serialize_char char);
    signed!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_f32(self, _: f32) -> Result<(), ColumnError> {
        Err(ColumnError)
    }

    fn serialize_f64(self, _: f64) -> Result<(), ColumnError> {
        Err(ColumnError)
    }

    fn serialize_str(self, value: &str) -> Result<(), ColumnError> {
        self.serialize_bytes(value.as_bytes())
    }

    fn serialize_bytes(mut self, value: &[u8]) -> Result<(), ColumnError> {
        self.number(value.len() as u64)?;
        let text = self.below(0)?;
        text.columns.get_mut(text.at).ok_or(ColumnError)?.text.extend_from_slice(value);
        Ok(())
    }

    fn serialize_none(mut self) -> Result<(), ColumnError> {
        self.number(0)
    }

    fn serialize_some<T: Serialize + ?Sized>(mut self, value: &T) -> Result<(), ColumnError> {
        self.number(1)?;
        value.serialize(self.below(0)?)
    }

    fn serialize_unit(self) -> Result<(), ColumnError> {
        Err(ColumnError)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ColumnError> {
        Err(ColumnError)
    }

    fn serialize_unit_variant(mut self, _: &'static str, variant: u32, _: &'static str) -> Result<(), ColumnError> {
        self.number(u64::from(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ColumnError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), ColumnError> {
        self.number(u64::from(variant))?;
        value.serialize(self.below(variant as usize)?)
    }

    fn serialize_seq(mut self, len: Option<usize>) -> Result<Parts<'a>, ColumnError> {
        self.number(len.ok_or(ColumnError)? as u64)?;
        Ok(Parts { list: true, ..self.parts() })
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a>, ColumnError> {
        Ok(self.parts())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, ColumnError> {
        Ok(self.parts())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'a>, ColumnError> {
        self.variant(variant)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, ColumnError> {
        Err(ColumnError)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, ColumnError> {
        Ok(self.parts())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'a>, ColumnError> {
        self.variant(variant)
    }
}

macro_rules! parts {
    ($($of:ident $add:ident),*) => {$(
        impl $of for Parts<'_> {
            type Ok = ();
            type Error = ColumnError;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ColumnError> {
                self.add(value)
            }

            fn end(self) -> Result<(), ColumnError> {
                Ok(())
            }
        }
    )*};
}

parts!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field);
parts!(SerializeTupleVariant serialize_field);

macro_rules! fields {
    ($($of:ident),*) => {$(
        impl $of for Parts<'_> {
            type Ok = ();
            type Error = ColumnError;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), ColumnError> {
                self.add(value)
            }

            fn end(self) -> Result<(), ColumnError> {
                Ok(())
            }
        }
    )*};
}

fields!(SerializeStruct, SerializeStructVariant);

//! Reading columns: every number in its range, every byte accounted for.

use super::{Below, ColumnError, MAX_COLUMNS, number};
use serde::de::value::U32Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, SeqAccess, VariantAccess, Visitor};

/// The value that the bytes are of.
pub(in crate::pack) fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ColumnError> {
    let (count, mut rest) = number::read(bytes).ok_or(ColumnError)?;
    let count = usize::try_from(count).ok().filter(|count| *count <= MAX_COLUMNS).ok_or(ColumnError)?;
    let mut lengths = Vec::with_capacity(count);
    for _ in 0..count {
        let (length, after) = number::read(rest).ok_or(ColumnError)?;
        lengths.push(length);
        rest = after;
    }
    let mut columns = Columns { all: Vec::with_capacity(count), reached: 1, most: bytes.len() };
    for length in lengths {
        let size = usize::try_from(length >> 1).map_err(|_| ColumnError)?;
        let (bytes, after) = rest.split_at_checked(size).ok_or(ColumnError)?;
        rest = after;
        columns.all.push(Column { bytes, differences: length & 1 == 1, last: 0, below: Below::default() });
    }
    let value = T::deserialize(Place { columns: &mut columns, at: 0 })?;
    let whole = rest.is_empty() && columns.reached == count && columns.all.iter().all(|c| c.bytes.is_empty());
    if whole { Ok(value) } else { Err(ColumnError) }
}

struct Columns<'b> {
    all: Vec<Column<'b>>,
    /// How many places were reached.
    reached: usize,
    /// Longest list: an element takes a byte at least.
    most: usize,
}

struct Column<'b> {
    /// What was not read yet.
    bytes: &'b [u8],
    differences: bool,
    last: u64,
    below: Below,
}

/// Where a value is read.
struct Place<'a, 'b> {
    columns: &'a mut Columns<'b>,
    at: usize,
}

impl<'a, 'b> Place<'a, 'b> {
    #[inline]
    fn number(&mut self) -> Result<u64, ColumnError> {
        let column = self.columns.all.get_mut(self.at).ok_or(ColumnError)?;
        let (number, rest) = number::read(column.bytes).ok_or(ColumnError)?;
        column.bytes = rest;
        if column.differences {
            column.last = column.last.wrapping_add(number::unzigzag(number) as u64);
            return Ok(column.last);
        }
        Ok(number)
    }

    fn signed(&mut self) -> Result<i64, ColumnError> {
        self.number().map(number::unzigzag)
    }

    fn text(&mut self) -> Result<&'b [u8], ColumnError> {
        let length = usize::try_from(self.number()?).map_err(|_| ColumnError)?;
        let at = self.below(0)?;
        let column = self.columns.all.get_mut(at).ok_or(ColumnError)?;
        let (text, rest) = column.bytes.split_at_checked(length).ok_or(ColumnError)?;
        column.bytes = rest;
        Ok(text)
    }

    #[inline]
    fn below(&mut self, place: usize) -> Result<usize, ColumnError> {
        let fresh = self.columns.reached;
        let below = &mut self.columns.all.get_mut(self.at).ok_or(ColumnError)?.below;
        if let Some(at) = below.at(place) {
            return Ok(at);
        }
        below.set(place, fresh)?;
        self.columns.reached = fresh.saturating_add(1);
        Ok(fresh)
    }

    fn parts(self, left: usize) -> Parts<'a, 'b> {
        Parts { columns: self.columns, at: self.at, next: 0, left, list: false, elements: None }
    }
}

/// The parts of a value, each in its own place, or all in the first.
struct Parts<'a, 'b> {
    columns: &'a mut Columns<'b>,
    at: usize,
    next: usize,
    left: usize,
    /// The parts are elements, which share a place.
    list: bool,
    /// That place, once it is known.
    elements: Option<usize>,
}

impl<'de> SeqAccess<'de> for Parts<'_, '_> {
    type Error = ColumnError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ColumnError> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let at = match self.elements {
            Some(at) => at,
            None => {
                let at = Place { columns: &mut *self.columns, at: self.at }.below(self.next)?;
                self.next = self.next.saturating_add(1);
                if self.list {
                    self.elements = Some(at);
                }
                at
            }
        };
        seed.deserialize(Place { columns: &mut *self.columns, at }).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'a, 'b, 'de> EnumAccess<'de> for Place<'a, 'b> {
    type Error = ColumnError;
    type Variant = Variant<'a, 'b>;

    fn variant_seed<V: DeserializeSeed<'de>>(mut self, seed: V) -> Result<(V::Value, Variant<'a, 'b>), ColumnError> {
        let variant = u32::try_from(self.number()?).map_err(|_| ColumnError)?;
        let value = seed.deserialize(U32Deserializer::<ColumnError>::new(variant))?;
        Ok((value, Variant { place: self, variant: variant as usize }))
    }
}

/// A variant that is known; what it holds is still to be read.
struct Variant<'a, 'b> {
    place: Place<'a, 'b>,
    variant: usize,
}

impl<'a, 'b> Variant<'a, 'b> {
    fn inner(mut self) -> Result<Place<'a, 'b>, ColumnError> {
        let at = self.place.below(self.variant)?;
        Ok(Place { columns: self.place.columns, at })
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = ColumnError;

    fn unit_variant(self) -> Result<(), ColumnError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ColumnError> {
        seed.deserialize(self.inner()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, ColumnError> {
        visitor.visit_seq(self.inner()?.parts(len))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ColumnError> {
        visitor.visit_seq(self.inner()?.parts(fields.len()))
    }
}

macro_rules! unsigned {
    ($($name:ident $visit:ident $ty:ty),*) => {$(
        fn $name<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
            visitor.$visit(<$ty>::try_from(self.number()?).map_err(|_| ColumnError)?)
        }
    )*};
}

macro_rules! signed {
    ($($name:ident $visit:ident $ty:ty),*) => {$(
        fn $name<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
            visitor.$visit(<$ty>::try_from(self.signed()?).map_err(|_| ColumnError)?)
        }
    )*};
}

macro_rules! refused {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, _: V) -> Result<V::Value, ColumnError> {
            Err(ColumnError)
        }
    )*};
}

impl<'de> Deserializer<'de> for Place<'_, '_> {
    type Error = ColumnError;

    unsigned!(deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32);
    unsigned!(deserialize_u64 visit_u64 u64);
    signed!(deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32);
    signed!(deserialize_i64 visit_i64 i64);
    // Nothing here describes itself.
    refused!(deserialize_any deserialize_ignored_any deserialize_identifier deserialize_map deserialize_unit);
    refused!(deserialize_f32 deserialize_f64);

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
        match self.number()? {
            0 => visitor.visit_bool(false),
            1 => visitor.visit_bool(true),
            _ => Err(ColumnError),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
        let code = u32::try_from(self.number()?).ok();
        visitor.visit_char(code.and_then(char::from_u32).ok_or(ColumnError)?)
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
        visitor.visit_str(std::str::from_utf8(self.text()?).map_err(|_| ColumnError)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ColumnError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
        visitor.visit_bytes(self.text()?)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ColumnError> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
        match self.number()? {
            0 => visitor.visit_none(),
            1 => {
                let at = self.below(0)?;
                visitor.visit_some(Place { columns: self.columns, at })
            }
            _ => Err(ColumnError),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Result<V::Value, ColumnError> {
        Err(ColumnError)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ColumnError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ColumnError> {
        let length = usize::try_from(self.number()?).ok();
        let length = length.filter(|length| *length <= self.columns.most).ok_or(ColumnError)?;
        visitor.visit_seq(Parts { list: true, ..self.parts(length) })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, ColumnError> {
        visitor.visit_seq(self.parts(len))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, ColumnError> {
        visitor.visit_seq(self.parts(len))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ColumnError> {
        visitor.visit_seq(self.parts(fields.len()))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ColumnError> {
        visitor.visit_enum(self)
    }
}

//! Keys: Ed25519, as TUF names and writes them. Making one takes random numbers, which this library has not: the caller brings them.

use super::canonical::canonical;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The only key type and signature scheme that is understood; other keys of a root count for nothing.
pub const ED25519: &str = "ed25519";

/// A public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey(pub [u8; 32]);

impl PublicKey {
    /// From TUF's form, `{"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": hex}}`. Whether it is a point of the curve
    /// is asked when a signature is checked: one that is not verifies nothing.
    #[must_use]
    pub fn from_value(value: &Value) -> Option<Self> {
        let is = |key: &str| value.get(key).and_then(Value::as_str) == Some(ED25519);
        if !is("keytype") || !is("scheme") {
            return None;
        }
        unhex(value.get("keyval")?.get("public")?.as_str()?).map(Self)
    }

    /// Whether it is a point of the curve.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok()
    }

    /// TUF's form.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({"keytype": ED25519, "scheme": ED25519, "keyval": {"public": hex(&self.0)}})
    }

    /// What metadata calls this key: the SHA-256 of its canonical form.
    #[must_use]
    pub fn id(&self) -> String {
        sha256(&canonical(&self.to_value()).unwrap_or_default())
    }

    /// Whether a signature, in hexadecimal, is this key's on a message.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &str) -> bool {
        let Some(signature) = unhex::<64>(signature) else { return false };
        VerifyingKey::from_bytes(&self.0)
            .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(&signature)).is_ok())
    }
}

/// A private key.
#[derive(Clone)]
pub struct PrivateKey(SigningKey);

// Not derived: a private key is shown nowhere.
impl std::fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PrivateKey({})", self.public().id())
    }
}

impl PrivateKey {
    /// The key of 32 random bytes.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// A signature in hexadecimal. The same key and message give the same.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> String {
        hex(&self.0.sign(message).to_bytes())
    }
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes of exactly so many hexadecimal digits, in lower case: one signature has one spelling.
#[must_use]
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes().as_chunks::<2>();
    if digits.0.len() != N || !digits.1.is_empty() {
        return None;
    }
    let nibble = |byte: u8| match byte {
        b'A'..=b'F' => None,
        _ => char::from(byte).to_digit(16).and_then(|n| u8::try_from(n).ok()),
    };
    let mut out = [0; N];
    for (byte, [high, low]) in out.iter_mut().zip(digits.0) {
        *byte = (nibble(*high)? << 4) | nibble(*low)?;
    }
    Some(out)
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, test 2, and the key id that securesystemslib gives that key.
    #[test]
    fn signs_and_names_keys_as_others_do() {
        let seed = unhex(concat!("4ccd089b28ff96da9db6c346ec114e0f", "5b8a319f35aba624da8cf6ed4fb8a6fb")).unwrap();
        let key = PrivateKey::from_seed(&seed);
        let public = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
        assert_eq!(hex(&key.public().0), public);
        assert_eq!(
            key.sign(&[0x72]),
            concat!(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            )
        );
        assert_eq!(key.public().id(), "eaf1e23f6c823132f437a2eaa299a7950f7386631deff273db195bbd26209e2b");
        assert_eq!(PublicKey::from_value(&key.public().to_value()), Some(key.public()));
    }

    #[test]
    fn a_signature_is_of_one_message_and_one_key() {
        let (one, other) = (PrivateKey::from_seed(&[1; 32]), PrivateKey::from_seed(&[2; 32]));
        let signature = one.sign(b"message");
        assert!(one.public().verifies(b"message", &signature));
        assert!(!one.public().verifies(b"massage", &signature));
        assert!(!other.public().verifies(b"message", &signature));
        assert!(!one.public().verifies(b"message", signature.get(2..).unwrap()));
        assert!(!one.public().verifies(b"message", &signature.to_uppercase()));
        assert!(!one.public().verifies(b"message", "签名"));
    }

    #[test]
    fn what_is_no_ed25519_key_is_none() {
        let key = PrivateKey::from_seed(&[1; 32]).public();
        let mut value = key.to_value();
        value["scheme"] = json!("ecdsa-sha2-nistp256");
        assert_eq!(PublicKey::from_value(&value), None);
        // The curve has no point for it.
        let mut none = [0; 32];
        none[0] = 2;
        assert!(!PublicKey(none).is_sound() && key.is_sound());
        assert!(!PublicKey(none).verifies(b"", &"00".repeat(64)));
    }
}

//! Contacts (联系人) with their validity, so that an old letter keeps the old name.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::party::{Contact, Party, Role};

impl Reader<'_> {
    /// Everyone on record, in the order of entry.
    pub fn contacts(&self) -> Result<Vec<Contact>> {
        let mut select = self.connection.prepare_cached(
            "SELECT id, district, department, role, person, post, phone, valid_from, valid_to
               FROM contact ORDER BY id",
        )?;
        let mut rows = select.query([])?;
        let mut contacts = Vec::new();
        while let Some(row) = rows.next()? {
            let party = match (row.get::<_, Option<i64>>(1)?, row.get::<_, Option<i64>>(2)?) {
                (Some(district), _) => Party::District(district),
                (None, Some(department)) => Party::Department(department),
                (None, None) => continue,
            };
            let role: String = row.get(3)?;
            let from: String = row.get(7)?;
            let to: Option<String> = row.get(8)?;
            contacts.push(Contact {
                id: row.get(0)?,
                party,
                role: Role::from_key(&role).unwrap_or(Role::Lead),
                person: row.get(4)?,
                post: row.get(5)?,
                phone: row.get(6)?,
                from: from.parse().unwrap_or(Day::MIN),
                to: to.and_then(|to| to.parse().ok()),
            });
        }
        Ok(contacts)
    }
}

impl Writer<'_> {
    /// Writes a contact; one person in one role of one party from one day is one contact.
    pub fn put_contact(&mut self, contact: &Contact) -> Result<()> {
        let (district, department) = match contact.party {
            Party::District(id) => (Some(id), None),
            Party::Department(id) => (None, Some(id)),
        };
        let party =
            district.map_or_else(|| format!("b{}", department.unwrap_or(0)), |id| format!("d{id}"));
        let code = format!("{party}/{}/{}/{}", contact.role.key(), contact.person, contact.from);
        let id = self.identity(&codes!("contact_id"), &code)?;
        let noun = noun!("contact_v": "district", "department", "role", "person", "post", "phone",
            "valid_from", "valid_to");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":district", &district),
                (":department", &department),
                (":role", &contact.role.key()),
                (":person", &contact.person),
                (":post", &contact.post),
                (":phone", &contact.phone),
                (":valid_from", &contact.from.to_string()),
                (":valid_to", &contact.to.map(|to| to.to_string())),
            ],
        )
    }
}

//! Départements, regions and EPCI.

/// A département, or an overseas collectivité that takes its place in the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departement {
    /// `64`, `2A`, `974`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The code of its region.
    pub region: &'static str,
}

/// A region, or an overseas collectivité that takes its place in the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// `75`, `04`, `987`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// A group of communes with its own taxation (EPCI à fiscalité propre).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Epci {
    /// Its SIREN.
    pub siren: &'static str,
    /// What sort of group.
    pub kind: EpciKind,
    /// Its name, as published: `CC du Béarn des Gaves`.
    pub name: &'static str,
}

/// The sorts of EPCI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EpciKind {
    /// Communauté de communes.
    CommunauteDeCommunes,
    /// Communauté d'agglomération.
    CommunauteAgglomeration,
    /// Communauté urbaine.
    CommunauteUrbaine,
    /// Métropole, the one of Lyon included.
    Metropole,
}

impl EpciKind {
    /// The French name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CommunauteDeCommunes => "communauté de communes",
            Self::CommunauteAgglomeration => "communauté d'agglomération",
            Self::CommunauteUrbaine => "communauté urbaine",
            Self::Metropole => "métropole",
        }
    }

    fn read(code: &str) -> Option<Self> {
        match code {
            "CC" => Some(Self::CommunauteDeCommunes),
            "CA" => Some(Self::CommunauteAgglomeration),
            "CU" => Some(Self::CommunauteUrbaine),
            "METRO" | "MET69" => Some(Self::Metropole),
            _ => None,
        }
    }
}

pub fn read_departements(text: &'static str) -> Vec<Departement> {
    rows(text)
        .filter_map(|[code, name, region]| {
            Some(Departement {
                code: code?,
                name: name?,
                region: region?,
            })
        })
        .collect()
}

pub fn read_regions(text: &'static str) -> Vec<Region> {
    rows(text)
        .filter_map(|[code, name]| {
            Some(Region {
                code: code?,
                name: name?,
            })
        })
        .collect()
}

pub fn read_epci(text: &'static str) -> Vec<Epci> {
    rows(text)
        .filter_map(|[siren, kind, name]| {
            Some(Epci {
                siren: siren?,
                kind: EpciKind::read(kind?)?,
                name: name?,
            })
        })
        .collect()
}

/// The lines of a table, cut at tabulations.
pub fn rows<const N: usize>(text: &str) -> impl Iterator<Item = [Option<&str>; N]> {
    text.lines().map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next())
    })
}

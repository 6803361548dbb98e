//! Pure reference data: communes, postcodes, departements, EPCI, countries; search.

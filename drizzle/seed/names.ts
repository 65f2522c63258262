/**
 * Every name of an invented person of the demonstration is made of these. No place, business or
 * button carries one, so that a test can look for each of them in what police are sent.
 */
export const GIVEN_NAMES: readonly string[] = [
  "Abena", "Agnieszka", "Aisling", "Amara", "Anjali", "Ayesha", "Bogdan", "Bronwen", "Callum", "Catarina",
  "Chidinma", "Chinedu", "Daniela", "Declan", "Delroy", "Dilara", "Ebony", "Efosa", "Elzbieta", "Emeka",
  "Farhana", "Fatima", "Folasade", "Gareth", "Giorgos", "Gulsen", "Habiba", "Hamza", "Hanako", "Ibrahim",
  "Imani", "Ioana", "Jamila", "Joaquim", "Jolanta", "Kamal", "Kareem", "Katarzyna", "Keisha", "Kwame",
  "Latoya", "Leszek", "Lucinda", "Maryam", "Mehmet", "Mihaela", "Nadia", "Naveen", "Niamh", "Nkechi",
  "Olamide", "Oluwaseun", "Padma", "Paulina", "Priyanka", "Rajesh", "Rashida", "Roksana", "Rhiannon", "Samina",
  "Shanice", "Siobhan", "Sunita", "Tadesse", "Tariq", "Thandiwe", "Tomasz", "Uchenna", "Valentina", "Viktor",
  "Wanjiru", "Xiulan", "Yasmin", "Yusuf", "Zainab", "Zeynep",
];

export const FAMILY_NAMES: readonly string[] = [
  "Abdullahi", "Achterberg", "Adeyemi", "Agyeman", "Akhtar", "Amoako", "Balogun", "Begum", "Boateng", "Carvalho",
  "Chaudhry", "Choudhury", "Cisse", "Dabrowska", "Demirci", "Dlamini", "Ekwueme", "Fernandes", "Ferreira", "Gallagher",
  "Georgiou", "Ghebremariam", "Grabowski", "Gunawardena", "Haddad", "Hashemi", "Hossain", "Hughes", "Ionescu", "Iqbal",
  "Jankowski", "Jayasinghe", "Kaczmarek", "Kamara", "Karimi", "Kelleher", "Koroma", "Kowalczyk", "Lewandowska", "Mahmood",
  "Makinde", "Malik", "McAllister", "Mensah", "Mukherjee", "Nakamura", "Nascimento", "Nguyen", "Nowak", "Nwosu",
  "Obafemi", "Odhiambo", "Okafor", "Okonkwo", "Oliveira", "Osei", "Papadaki", "Patel", "Pereira", "Petrov",
  "Popescu", "Qureshi", "Rahman", "Rajapaksa", "Sharma", "Siddiqui", "Suleiman", "Szymanska", "Tesfaye", "Thapa",
  "Tran", "Venkataraman", "Warsame", "Yilmaz", "Zhang", "Zielinski",
];

/** All of them, for a test that searches what a role is sent. */
export const DEMONSTRATION_NAMES: readonly string[] = [...GIVEN_NAMES, ...FAMILY_NAMES];

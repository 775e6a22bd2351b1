"""Two resumes of our own that use nearly all that JSON Resume and RenderCV have room for."""

FULL_JSON = """\
{
  "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
  "basics": {
    "name": "Noël Żukowski",
    "label": "Support Team Lead",
    "image": "",
    "email": "noel@example.com",
    "phone": "555-0100",
    "url": "https://noel.example.com",
    "summary": "Team lead who coaches new agents and keeps the help center short.",
    "location": {"address": "1 Main St", "postalCode": "73301", "city": "Austin", "countryCode": "US"},
    "profiles": [{"network": "LinkedIn", "username": "noel", "url": "https://example.com/noel"}]
  },
  "work": [
    {
      "name": "Marigold Parcel",
      "position": "Support Team Lead",
      "url": "https://marigold.example.com",
      "startDate": "2022-04-01",
      "summary": "Leads nine agents on chat and phone.",
      "highlights": ["Coached nine agents every week", "Wrote 40 knowledge base articles in Zendesk"]
    },
    {
      "name": "Quill Insurance",
      "position": "Customer Service Representative",
      "startDate": "2019-01-15",
      "endDate": "2022-03-31",
      "highlights": ["De-escalated complaints about claims", "Answered 50 calls a day in Five9"]
    }
  ],
  "volunteer": [{"organization": "Food Bank", "position": "Driver", "startDate": "2020-01-01", "summary": "Drove boxes."}],
  "education": [
    {"institution": "Lakeside College", "area": "English", "studyType": "Associate", "startDate": "2016-09-01",
     "endDate": "2018-06-30", "score": "3.6", "courses": ["Rhetoric", "Statistics"]}
  ],
  "awards": [{"title": "Agent of the Year", "date": "2021-12-01", "awarder": "Quill Insurance", "summary": "Best survey scores"}],
  "certificates": [{"name": "HDI Customer Service Representative", "date": "2020-05-05", "issuer": "HDI"}],
  "publications": [{"name": "Short Answers", "publisher": "Own blog", "releaseDate": "2023-02-02", "summary": "On macros"}],
  "skills": [
    {"name": "Spreadsheets", "level": "Advanced", "keywords": ["Excel", "Google Sheets"]},
    {"name": "Zendesk", "level": "5 years"}
  ],
  "languages": [{"language": "Polish", "fluency": "Native speaker"}, {"language": "Spanish", "fluency": "Fluent"}],
  "interests": [{"name": "Cycling", "keywords": ["Gravel"]}],
  "references": [{"name": "Rosa Lindgren", "reference": "Noël calms everybody."}],
  "projects": [
    {"name": "Shorter queue", "description": "Call-back in place of waiting", "highlights": ["Cut waiting by a third"],
     "startDate": "2023-01-01", "endDate": "2023-05-01"}
  ],
  "meta": {"version": "v1.0.0", "lastModified": "2026-11-01T12:00:00"}
}
"""
FULL_YAML = """\
cv:
  name: Noël Żukowski
  headline: Support Team Lead
  location: Austin, TX
  email: noel@example.com
  phone: tel:+1-555-555-0100
  website: https://noel.example.com
  social_networks:
    - network: LinkedIn
      username: noel
  sections:
    profile:
      - Team lead who coaches new agents and keeps the **help center** short.
    experience:
      - company: Marigold Parcel
        position: Support Team Lead
        location: Austin, TX
        start_date: 2022-04
        end_date: present
        summary: Leads nine agents on chat and phone.
        highlights:
          - Coached nine agents every week
          - Wrote 40 knowledge base articles in [Zendesk](https://zendesk.example.com)
      - company: Quill Insurance
        position: Customer Service Representative
        start_date: 2019-01
        end_date: 2022-03
        highlights:
          - De-escalated complaints about claims
          - >-
            Answered 50 calls a day
            in Five9
    education:
      - institution: Lakeside College
        area: English
        degree: AA
        start_date: 2016-09
        end_date: 2018-06
        highlights: ["GPA: 3.6"]
    publications:
      - title: Short Answers
        authors: ["*Noël Żukowski*", Rosa Lindgren]
        date: 2023-02
    skills:
      - label: Spreadsheets
        details: Excel (advanced), Google Sheets
      - label: Zendesk
        details: 5 years
    languages:
      - bullet: "Spanish: fluent"
    honors:
      - number: Agent of the Year
      - name: Spelling bee
        date: 2015
        highlights: [First place]
design:
  theme: classic
locale:
  language: english
"""
FULL = {"noel.json": FULL_JSON, "noel.yaml": FULL_YAML}

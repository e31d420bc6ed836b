"""The nouns of pages and the units of the closed list under which they go."""

from __future__ import annotations

# Plural nouns by unit; a noun that is no unit itself goes under the nearest.
_NOUNS = {
    "people": "people residents students women men children caregivers participants employees"
    " workers staff members patients users volunteers owners alumni graduates youth youths adults"
    " seniors veterans tenants renters homeowners landlords respondents individuals citizens"
    " customers clients voters officers teachers immigrants refugees migrants attendees"
    " professionals hires girls boys teens teenagers parents mothers fathers infants babies"
    " commuters riders passengers cyclists bicyclists pedestrians drivers leaders officials"
    " entrepreneurs neighbors beneficiaries survivors victims inhabitants constituents learners"
    " kids persons trainees interns caretakers staffers firefighters nurses doctors clinicians"
    " experts taxpayers ratepayers recipients jobseekers applicants visitors tourists subscribers"
    " followers offenders inmates toddlers preschoolers elders representatives ambassadors"
    " apprentices coders newcomers guests personas habitantes residentes vecinos vecinas mujeres"
    " hombres niños niñas jóvenes estudiantes ciudadanos usuarios pessoas moradores mulheres"
    " crianças alunos cidadãos",
    "families": "families familias famílias",
    "households": "households hogares domicílios",
    "homes": "homes houses apartments dwellings residences condominiums condos townhomes"
    " townhouses viviendas moradias",
    "properties": "properties parcels addresses lots",
    "neighborhoods": "neighborhoods neighbourhoods barrios bairros",
    "areas": "areas zones sectors districts corridors",
    "businesses": "businesses firms companies startups enterprises employers vendors contractors"
    " entrepreneurships empresas",
    "organizations": "organizations organisations nonprofits agencies partners groups institutions"
    " associations stakeholders organizaciones",
    "departments": "departments",
    "cities": "cities municipalities towns",
    "schools": "schools escuelas escolas",
    "facilities": "facilities centers centres clinics hospitals libraries shelters",
    "buildings": "buildings edificios",
    "rooms": "rooms classrooms",
    "beds": "beds",
    "units": "units",
    "stores": "stores shops bodegas supermarkets",
    "sites": "sites locations parks gardens playgrounds intersections",
    "routes": "routes",
    "minutes": "minutes minutos mins",
    "hours": "hours horas hrs",
    "days": "days días dias",
    "weeks": "weeks semanas",
    "months": "months meses",
    "years": "years años anos",
    "miles": "miles",
    "meters": "meters metres metros",
    "kWh": "kwh",
    "vehicles": "vehicles cars buses trucks bicycles bikes scooters ambulances vans automobiles",
    "trees": "trees saplings seedlings árboles árvores",
    "calls": "calls llamadas ligações",
    "visits": "visits pageviews",
    "trips": "trips rides boardings viajes viagens",
    "interactions": "interactions encounters contacts engagements",
    "connections": "connections referrals",
    "complaints": "complaints",
    "clicks": "clicks clics",
    "meals": "meals lunches breakfasts comidas",
    "votes": "votes ballots votos",
    "proposals": "proposals applications entries submissions ideas propuestas propostas",
    "projects": "projects proyectos projetos",
    "strategies": "strategies",
    "sessions": "sessions meetings workshops events trainings classes",
    "drawings": "drawings",
    "items": "items",
    "datasets": "datasets",
    "dashboards": "dashboards visualizations",
    "cameras": "cameras cámaras câmeras",
    "devices": "devices sensors technologies drones computers laptops tablets alarms detectors"
    " streetlights chargers routers",
    "movements": "movements",
    "leaks": "leaks",
    "evictions": "evictions",
    "pregnancies": "pregnancies",
    "warrants": "warrants",
    "gallons": "gallons galones galões",
    "acres": "acres",
    "inches": "inches",
    "tons": "tons",
}
UNIT_OF = {noun: unit for unit, nouns in _NOUNS.items() for noun in nouns.split()}

/** What a reader finds in the box on opening: small, whole, and worth changing. */
export const firstQuestion = `-- In welke wijken zijn de meeste mensen eenzaam?
select a.code as gebied, a.label as wijk, o.period as jaar, o.value as procent
from observation o
join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator = 'eenzaamheid' and o.breakdown = '18+'
  and a.municipality = 'GM1783' and a.level = 'wijk'
order by jaar desc, procent desc`;

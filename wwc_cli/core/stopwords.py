"""Words that carry nothing in a query, or little, in English, Spanish and Portuguese."""

from __future__ import annotations

STOP_WORDS = frozenset(
    (
        # English
        "a about against all also am an and any anyone anything are as at be because been being"
        " but by can cities city could did do does doing done each else ever every example examples"
        " find for from get gets getting give given go good got had happen happened happens has"
        " have having he her here his how i if in into is it its just keep keeps know let like look"
        " looking made make makes making many may me might more most much must my need needs no not"
        " of off on one or other our out over please s see she should show so some somebody someone"
        " something story stories such tell than that the their them then there these they thing"
        " things this those through to too town towns up us use used uses using very want wants was"
        " way ways we well were what when where whether which while who whom whose why will with"
        " within without worth would you your"
        # Spanish
        " al algo alguna algunas alguno algunos alguien ante cada como con contra cual cuales"
        " cuando cuanto cuantos de del desde donde e el ella ellas ellos en entre era es esa esas"
        " ese eso esos esta estan estas este esto estos fue fueron ha haber hace hacen hacer hacia"
        " han hay hicieron hizo la las le les lo los mas me mi muy ni nos o otra otras otro otros"
        " para pero poder por porque pueden puede que quien quienes quiero se sea ser si sin sobre"
        " son su sus tambien tener tiene tienen tu un una unas uno unos y ya ciudad ciudades"
        " municipio municipios"
        # Portuguese
        " ao aos as ate com como contra da das de dela dele deles do dos ela elas ele eles em essa"
        " essas esse esses esta estao este estes eu faz fazem fazer fez fizeram foi foram isso isto"
        " ja la mais mas me meu minha muito na nas nao nem no nos nossa nosso num numa o onde os ou"
        " para pela pelas pelo pelos pode podem por porque quais qual quando quanto quantos quem"
        " quero sao se seja sem ser seu seus sobre sua suas tambem te tem ter um uma umas uns voce"
        " cidade cidades"
    ).split()
)
# Words that say what is done, not on what: they count a little.
WEAK_WORDS = frozenset(
    (
        "achieve address approach avoid based better big change changes combat create cut cuts"
        " cutting data deal decrease decreased drop dropped effective effort efforts ensure fall"
        " fell fewer fight fix government governments great handle help helped helping helps"
        " impact improve improved improvement improving increase increased increasing initiative"
        " initiatives launch launched less local lower lowered lowering manage municipal new"
        " official officials people plan policy policies prevent program programme programmes"
        " programs progress project projects provide reduce reduced reduces reducing reduction"
        " resident residents result results run running service services solution solutions"
        " solve start started stop successful support system tackle tool tools track try work"
        " worked working works year years"
        " aumentar aumento bajar bajaron cambiar combatir crear datos disminuir evitar gente"
        " gobierno logro lograr manejar mejor mejora mejorar mejoraron nuevo nueva personas"
        " plan politica politicas prevenir programa programas proyecto proyectos"
        " reduccion reducir redujeron redujo residentes resultado resultados servicio servicios"
        " sistema solucion"
        " aumentar combater criar dados diminuir evitar governo gestao melhor melhorar melhoria"
        " moradores novo nova pessoas prevenir projeto projetos reduzir reduziram reduziu reducao"
        " resultado resultados servico servicos sistema"
    ).split()
)

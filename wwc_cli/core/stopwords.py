"""Words that carry nothing in a query, or little, in English, Spanish and Portuguese."""

from __future__ import annotations

STOP_WORDS = frozenset(
    (
        # English
        " a about across after again against all also am an and another any anyone anything"
        " anywhere are around as at be because been before being between but by can cities city"
        " could did do does doing done during each else ever every everybody everyone everywhere"
        " example examples find for from get gets getting give given go good got had happen"
        " happened happens has have having he her here herself himself his how i if in inside"
        " into is it its itself just keep keeping keeps know let like look looking made make"
        " makes making many may me might more most much must my myself need needs no nobody none"
        " not nothing of off on one or other our out over per please s see she should show so"
        " some somebody someone something stories story such sure surely tell than that the their"
        " them themselves then there these they thing things this those through to too toward"
        " towards town towns until up upon us use used uses using very via want wants was way"
        " ways we well were what when where whether which while who whom whose why will with"
        " within without worth would you your yourself"
        # Spanish
        " al algo alguien alguna algunas alguno algunos ante antes cada ciudad ciudades como con"
        " contra cual cuales cuando cuanto cuantos de del desde despues donde durante e el ella"
        " ellas ellos en entre era es esa esas ese eso esos esta estan estas este esto estos fue"
        " fueron ha haber hace hacen hacer hacia han hay hicieron hizo la las le les lo los mas"
        " me mi mientras municipio municipios muy ni nos o otra otras otro otros para pero poder"
        " por porque puede pueden que quien quienes quiero se sea ser si sin sobre son su sus"
        " tambien tener tiene tienen tu un una unas uno unos y ya"
        # Portuguese
        " antes ao aos apos as ate cidade cidades com como contra da das de dela dele deles"
        " depois do dos durante ela elas ele eles em enquanto essa essas esse esses esta estao"
        " este estes eu faz fazem fazer fez fizeram foi foram isso isto ja la mais mas me meu"
        " minha muito na nao nas nem no nos nossa nosso num numa o onde os ou para pela pelas"
        " pelo pelos pode podem por porque quais qual quando quanto quantos quem quero sao se"
        " seja sem ser seu seus sobre sua suas tambem te tem ter um uma umas uns voce"
    ).split()
)
# Words that say what is done or how, not on what: they count a little.
WEAK_WORDS = frozenset(
    (
        # English
        " able achieve actually address affect ago allow allowed allows almost already always"
        " applied apply approach asked avoid back based became become began begin begun behind"
        " best better big bring brings brought came carry certain change changes choose choosing"
        " clear clearly combat come comes coming common concrete create current currently cut"
        " cuts cutting data deal decide decided decrease decreased develop developed different"
        " directly drop dropped easier easily easy effective effort efforts either end ended"
        " enough ensure especially even exactly fall fast faster fell fewer fight finally first"
        " fix fully gave general goes going gone government governments great half handle hard"
        " held help helped helping helps high higher hold holding holds impact important improve"
        " improved improvement improving increase increased increasing initiative initiatives"
        " instead introduce introduced involve involved kind kinds large larger last later launch"
        " launched leading leave left less little local long longer lot lots lower lowered"
        " lowering manage mean means met modern move moved moving municipal new number numbers"
        " official officials often old once only own part parts paying people pick picked picking"
        " place placed plan policies policy possible practical present prevent program programme"
        " programmes programs progress project projects proper properly provide put puts putting"
        " quick quickly quite rather reach reached really reduce reduced reduces reducing"
        " reduction regular regularly resident residents result results run running safely same"
        " seen send sending sends sent serious service services set sets several short simple"
        " since slow slower small smaller solution solutions solve soon sort start started still"
        " stop successful support system tackle take taken takes taking together told took tool"
        " tools track true try turn turned turning typical usual usually various went whole wide"
        " widely work worked working works year years yet"
        # Spanish
        " ahora alcanzar aplicar aqui asi aumentar aumento aun bajar bajaron bien buena buenas"
        " bueno buenos cambiar cambio cierta cierto claro combatir comenzar comun conocer"
        " conseguir creado crear cualquier dar datos debe deben decidir dejar diferentes dio"
        " disminuir distintos entonces estar evitar facil gente gobierno grande grandes hecho"
        " igual importante incluso junto juntos llegar llevar lograr lograron logro lugar manejar"
        " manera mejor mejora mejorar mejoraron menor menos misma mismo mismos mucha muchas mucho"
        " muchos nada nueva nuevo numero numeros nunca ofrece ofrecer parte partes pasado pasar"
        " pequena pequenas pequeno pequenos personas plan poco pocos politica politicas poner"
        " prevenir primera primero programa programas pronto propia propio proyecto proyectos"
        " puesto rapida rapidamente rapido realmente recibir reduccion reducir redujeron redujo"
        " residentes resultado resultados sacar seguir segun servicio servicios siempre sistema"
        " solucion tanto tipo tipos toda todas todo todos tomar usar utilizar varias varios veces"
        " vez"
        # Portuguese
        " agora ainda alcancar aplicar aqui assim aumentar bem boa boas bom bons cedo certa certo"
        " chegar claro colocar combater comecar comum conhecer conseguir criar dados dar deixar"
        " deve devem diferentes diminuir dois entao estar evitar facil feito gestao governo"
        " grande grandes hoje igual importante inclusive junto juntos levar logo longo lugar"
        " maior maiores maneira melhor melhorar melhoria menor menores menos mesma mesmo mesmos"
        " moradores muita muitas muitos nada nova novo numero numeros nunca oferece oferecer"
        " outra outras parte partes passado passar pequena pequenas pequeno pequenos pessoas"
        " pouco poucos prevenir primeira primeiro projeto projetos propria proprio qualquer quase"
        " rapida rapidamente rapido realmente receber reducao reduzir reduziram reduziu resultado"
        " resultados seguir segundo sempre servico servicos sistema tanto tipo tipos toda todas"
        " todo todos tomar tornar usar utilizar varias varios vez vezes"
    ).split()
)

// Generated from arch.langium by scripts/langium.mjs. Do not edit.
// @ts-nocheck -- what its functions give is typed where they are called; tests hold it to the grammar.
import type { Document } from './ast.js';

/** Numbers of the terminals. */
export const terminals = {"LONG_STRING":0,"STRING":1,"DATE":2,"RATE":3,"PERCENT":4,"DURATION":5,"NUMBER":6,"END_OF_STATUS":7,"QNAME":8,"DASH_WORD":9,"ID":10};

/** What terminals look like, those between the tokens included. */
export const patterns = {
WS: /[\s\uFEFF]+/,
ML_COMMENT: /\/\*[\s\S]*?\*\//,
SL_COMMENT: /\/\/[^\n\r]*/,
LONG_STRING: /"""[\s\S]*?"""/,
STRING: /"(?:[^"\\\r\n]|\\[^\r\n])*(?:"|\\?(?![^\r\n]))/,
DATE: /[0-9]{4}-[0-9]{2}-[0-9]{2}/,
RATE: /[0-9]+(\.[0-9]+)?\/(s|m|h)(?![A-Za-z0-9_])/,
PERCENT: /-?[0-9]+(\.[0-9]+)?%/,
DURATION: /[0-9]+(\.[0-9]+)?(ms|s|m|h|d)(?![A-Za-z0-9_])/,
NUMBER: /-?[0-9]+(\.[0-9]+)?/,
END_OF_STATUS: /\u0000\u0000/,
QNAME: /[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+/,
DASH_WORD: /[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)+/,
ID: /[A-Za-z_][A-Za-z0-9_]*/,
};

/** Numbers of the keywords. */
export const keywords = new Map([["(",11],[")",12],["*",13],[",",14],["->",15],[".",16],[".*",17],[":",18],["<",19],["<-",20],["<->",21],["=",22],[">",23],["><",24],["?",25],["@",26],["DELETE",27],["GET",28],["HEAD",29],["OPTIONS",30],["PATCH",31],["POST",32],["PUT",33],["[",34],["[]",35],["]",36],["actor",37],["aggregate",38],["api",39],["audience",40],["auth",41],["availability",42],["avoid",43],["backoff",44],["backup",45],["body",46],["broker",47],["budget",48],["bulkhead",49],["cached",50],["calls",51],["circuit-breaker",52],["command",53],["compatibility",54],["compensate",55],["contact",56],["context",57],["contextmap",58],["cookie",59],["core",60],["criticality",61],["dead-letter",62],["delivery",63],["deployable",64],["depth-limit",65],["direction",66],["domain",67],["emits",68],["engineers",69],["entity",70],["enum",71],["error",72],["event",73],["evolution",74],["exclude",75],["exposes",76],["external",77],["fallback",78],["false",79],["fields",80],["flow",81],["generic",82],["handles",83],["header",84],["id",85],["idempotent",86],["implements",87],["include",88],["instance",89],["jitter",90],["key",91],["kind",92],["libraries",93],["library",94],["load",95],["map",96],["mesh",97],["modifies",98],["mutation",99],["null",100],["on",101],["on-call",102],["optional",103],["ordered",104],["outbox",105],["owns",106],["p50",107],["p75",108],["p90",109],["p95",110],["p99",111],["paged",112],["parallel",113],["path",114],["per-item",115],["pivot",116],["publishes",117],["query",118],["raises",119],["rate-limit",120],["reads",121],["ref",122],["replicas",123],["replicates",124],["responsibilities",125],["retention",126],["retry",127],["rollout",128],["root",129],["rpc",130],["runbook",131],["scalar",132],["scope",133],["sends",134],["service",135],["set",136],["shares",137],["show",138],["size",139],["slo",140],["state",141],["status",142],["store",143],["stream",144],["subdomain",145],["subscribes",146],["subscription",147],["summary",148],["supporting",149],["system",150],["tag",151],["team",152],["technology",153],["telemetry",154],["term",155],["throughput",156],["timeout",157],["times",158],["title",159],["topic",160],["transport",161],["true",162],["union",163],["url",164],["value",165],["version",166],["via",167],["view",168],["vision",169],["volatility",170],["writes",171],["{",172],["|",173],["}",174]]);

/** For each token, the terminal that it may also stand for. */
const nameOf = [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,10,10,10,10,10,10,10,34,35,36,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,9,10,10,10,10,10,10,10,10,10,9,10,10,9,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,9,10,10,10,10,10,10,10,10,10,10,10,10,9,10,10,10,10,9,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,10,172,173,174];

const tables = [
'-1*10,0,-1*15,0*8,-1*3,0*135,-1*3',
'25*2,-1*16,35,-1*156',
'-1*10,5,-1*7,35,-1*8,5*7,-1*3,5*15,-1,5*9,-1,5*2,-1,5*36,-1,5*12,-1,5*4,-1,5*51,-1*3',
'-1*10,13,-1*7,35,-1*8,13*7,-1*3,13*15,-1,13*9,-1,13*2,-1,13*36,-1,13*12,-1,13*4,-1,13*51,-1*3',
'-1*10,24,-1*7,35,-1*8,24*7,-1*3,24*15,-1,24*9,-1,24*2,-1,24*36,-1,24*12,-1,24*4,-1,24*51,-1*3',
'32*7,-1,32*3,-1*7,35,-1*8,32*9,-1,32*135,-1*3',
'-1*9,34*2,-1*7,35,-1*8,34*7,-1*3,34*135,-1*3',
'-1*10,7,-1*7,35,-1*8,7*7,-1*3,7*15,-1,7*9,-1,7*2,-1,7*36,-1,7*12,-1,7*4,-1,7*51,-1*3',
'-1*10,31,-1*3,31,-1*3,35,-1*7,31*8,-1*3,31*135,-1*2,31',
'-1*8,30,-1,30,-1*2,30,-1*4,35,-1*8,30*7,-1*3,30*15,-1,30*9,-1,30*2,-1,30*36,-1,30*12,-1,30*4,-1,30*51,-1*3',
'-1*10,20,-1*7,35,-1*8,20*7,-1*3,20*15,-1,20*9,-1,20*2,-1,20*36,-1,20*12,-1,20*4,-1,20*51,-1*3',
'-1*10,9,-1*7,35,-1*8,9*7,-1*3,9*15,-1,9*9,-1,9*2,-1,9*36,-1,9*12,-1,9*4,-1,9*51,-1*3',
'-1*10,10,-1*7,35,-1*8,10*7,-1*3,10*15,-1,10*9,-1,10*2,-1,10*36,-1,10*12,-1,10*4,-1,10*51,-1*3',
'-1*18,35,-1*126,3,-1*29',
'-1*10,2,-1*7,35,-1*8,2*7,-1*3,2*15,-1,2*9,-1,2*2,-1,2*36,-1,2*12,-1,2*4,-1,2*51,-1*3',
'-1*10,14,-1*7,35,-1*8,14*7,-1*3,14*15,-1,14*9,-1,14*2,-1,14*36,-1,14*12,-1,14*4,-1,14*51,-1*3',
'-1*10,16,-1*7,35,-1*8,16*7,-1*3,16*15,-1,16*9,-1,16*2,-1,16*36,-1,16*12,-1,16*4,-1,16*51,-1*3',
'-1*10,21,-1*7,35,-1*8,21*7,-1*3,21*15,-1,21*9,-1,21*2,-1,21*36,-1,21*12,-1,21*4,-1,21*51,-1*3',
'-1*10,19,-1*7,35,-1*8,19*7,-1*3,19*15,-1,19*9,-1,19*2,-1,19*36,-1,19*12,-1,19*4,-1,19*51,-1*3',
'-1*10,6,-1*7,35,-1*8,6*7,-1*3,6*15,-1,6*9,-1,6*2,-1,6*36,-1,6*12,-1,6*4,-1,6*51,-1*3',
'33*7,-1,33*3,-1*7,35,-1*8,33*9,-1,33*135,-1*3',
'-1*10,12,-1*7,35,-1*8,12*7,-1*3,12*15,-1,12*9,-1,12*2,-1,12*36,-1,12*12,-1,12*4,-1,12*51,-1*3',
'-1*10,8,-1*7,35,-1*8,8*7,-1*3,8*15,-1,8*9,-1,8*2,-1,8*36,-1,8*12,-1,8*4,-1,8*51,-1*3',
'-1*10,27,-1*7,35,-1*8,27*7,-1*3,27*15,-1,27*9,-1,27*2,-1,27*36,-1,27*12,-1,27*4,-1,27*51,-1*3',
'-1*18,35,-1*51,14,-1*104',
'-1*10,26,-1*7,35,-1*8,26*7,-1*3,26*15,-1,26*9,-1,26*2,-1,26*36,-1,26*12,-1,26*4,-1,26*51,-1*3',
'-1*10,17,-1*7,35,-1*8,17*7,-1*3,17*15,-1,17*9,-1,17*2,-1,17*36,-1,17*12,-1,17*4,-1,17*51,-1*3',
'-1*10,22,-1*7,35,-1*8,22*7,-1*3,22*15,-1,22*9,-1,22*2,-1,22*36,-1,22*12,-1,22*4,-1,22*51,-1*3',
'-1*18,35,-1*153,28,-1*2',
'-1*10,23,-1*7,35,-1*8,23*7,-1*3,23*15,-1,23*9,-1,23*2,-1,23*36,-1,23*12,-1,23*4,-1,23*51,-1*3',
'-1*10,1,-1*7,35,-1*8,1*7,-1*3,1*15,-1,1*9,-1,1*2,-1,1*36,-1,1*12,-1,1*4,-1,1*51,-1*3',
'-1*10,4,-1*7,35,-1*8,4*7,-1*3,4*15,-1,4*9,-1,4*2,-1,4*36,-1,4*12,-1,4*4,-1,4*51,-1*3',
'29*2,-1*8,29,-1*7,35,-1*8,29*7,-1*3,29*15,-1,29*9,-1,29*2,-1,29*36,-1,29*12,-1,29*4,-1,29*51,-1*3',
'-1*10,18,-1*7,35,-1*8,18*7,-1*3,18*15,-1,18*9,-1,18*2,-1,18*36,-1,18*12,-1,18*4,-1,18*51,-1*3',
'-1*10,15,-1*7,35,-1*8,15*7,-1*3,15*15,-1,15*9,-1,15*2,-1,15*36,-1,15*12,-1,15*4,-1,15*51,-1*3',
'-1*10,11,-1*7,35,-1*8,11*7,-1*3,11*15,-1,11*9,-1,11*2,-1,11*36,-1,11*12,-1,11*4,-1,11*51,-1*3',
'-1*10,35,-1*15,0,-3*7,-1*3,-4,-5,-6,-7,-8,-7,35,-7*2,35,-9,35,-10,-7,-11,31,-12,-7,35,-7,-13,-14,35,-15,-7,32,-7*2,32,35,-16,-11,-7,-17,-18,-19,-20,-7,35,-11,-21,-7,35,-22,-23,-15,-11,35*2,-10,35*2,-7,-10,-7*2,-11,-24,-7,35,-7,-11,-25,35*2,32,-10*3,-11,-7*5,35,-10,-7,31,35,-11,-25,35,32,-11,35,-7,-11,-22,-7*3,-26,-27,-7,-28,-22,-11,-29,35,-11,35,-7,-30,-7*2,-31,35*2,-11,-25,-7,-15,-32,35,-33,-7,-22,-34,-7*6,35,-35,-7,-36,-7,-11,-37,-7*2,-11,-1*3',
'-1*14,0,-1*160',
'-1*8,1,-1,0,-1*16,0*7,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*16,0,-1*158',
'-1*11,0,-1*163',
'0*7,-1,0*3,-1*16,0*9,-1,0*135,-1*3',
'0*7,-1,0*3,-1,1,-1*14,0*9,-1,0*135,-1*3',
'-1*12,1,-1,-44,-1*160',
'-1*12,1,-1,1,-1,1,-1,0,-1*156',
'1*7,-1,1*2,-46,-1*16,-46*7,1*2,-1,-46*15,1,-46*9,1,-46*2,1,-46*36,1,-46*12,1,-46*4,1,-46*51,-1*3',
'0*2,-1*173',
'-1*172,0,-1*2',
'-1*60,0,-1*21,2,-1*66,1,-1*25',
'1*8,0,1,0,1*16,0*7,1*3,0*15,1,0*9,1,0*2,1,0*36,1,0*12,1,0*4,1,0*51,1*3',
'-1*10,1,-1*3,1,-1*11,1*8,-1*3,1*50,-51,1*85,-1,1',
'1*2,-1*8,1,-1*3,-51,-1*11,1*8,-1*3,1*136,-1,1',
'1*2,-1*8,0,-1*16,0*7,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'0*2,1*173',
'-1*10,1,-1*3,1,-1*11,1*8,-1*3,1*6,-55,1*128,-1*2,1',
'-1*10,1,-1*3,-55,-1*11,1*8,-1*3,1*135,-1*2,1',
'-1*8,0,-1,0,-1*15,0*8,-1*3,0*15,-1,0*62,-1,0*56,-1*3',
'-1*14,-32768,-1*21,-32768,-1*138',
'-1*14,-32768,-1,1,-1*19,-32768,-1*138',
'-1*8,1,-1,1,-1*3,1,2,-1*4,2*2,-1*2,2,-1,1*8,-1*3,1*15,-1,1*62,-1,1*56,-1*2,1',
'1*7,-1,1,-59,-60,-1*16,-60*7,1*2,-61,-60*15,-59,-60*9,-59,-60*2,-59,-60*36,-59,-60*12,-59,-60*4,-59,-60*51,-1*3',
'1*7,-1,1*3,-1*4,2*2,-1*3,2*2,-1*2,2,-1*2,1*7,-62,-61,-1,1*135,-1*3',
'-1*8,2,-1,2,-1*15,0,2*7,-1*3,2*3,-63,2,-63,2,-63*2,2*4,-63,2,-1,2,-63,2,-63,2*4,-63,1,-63*2,1,2*3,-63,2*4,-63,2*3,-63,2*10,-63,2,-63*2,2*2,-63,2,-63,2*4,1,2*4,-63*5,2*2,-63,-1,2*4,1,2*2,-63,2*2,-63*3,2*2,-63,2*7,-63,2,-63*2,2*5,-63,2*4,-63,2*2,-63*6,2*2,-63,2,-63,2*2,-63*2,2,-1*3',
'-1*34,0*2,-1*139',
'-1*15,0,-1*4,1,2,-1*2,3,-1*150',
'-1*18,0,-1*156',
'-1*9,0*2,-1*16,0*7,-1*3,0*135,-1*3',
'-1*34,1,0,-1*139',
'-1*129,0,-1*45',
'-1*10,0,-1*15,0*8,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*10,1,-1*15,0,1*7,-1*3,1*15,-1,1*9,-1,1*2,-1,1*36,-1,1*12,-1,1*4,-1,1*51,-1*3',
'-1*173,0,-1',
'-1*10,0,-1*7,1,-1*8,0*7,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*10,1,-1*16,1*7,-1*3,1*15,-1,1*9,-1,1*2,-1,1*19,-74,1*16,-1,1*12,-1,1*4,-1,1*51,-1*3',
'-1*22,0,-1*152',
'-1*35,0,-1*139',
'-1*25,0,-1*149',
'-1*10,2*3,-1,2,-1,2,-1*2,1,-1*2,2*2,-1,2*9,-1,2,-1,2*138',
'-1*8,0,-1,0,2*2,-1,2,-1,2,-1*5,2*2,-1,2*2,0*7,-1,2,-1,0*15,2,0*9,2,0*2,2,0*36,2,0*12,2,0*4,2,0*51,2*3',
'-1*8,2,-1,2,-1*16,2*7,-1*3,2*15,-1,2*9,-1,2*2,-1,2*30,-79,2*5,-1,2*12,-1,2*4,-1,2,-80,2*13,-79,2*35,-1*3',
'-1*96,1,-1*39,0,-1*38',
'-1*10,0,-1*16,0*7,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*10,0,-1,1,-1*14,0*7,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*12,1,-1,-84,-1*160',
'-1*27,3,0,5,6,4,2,1,-1*141',
'-1*99,1,-1*18,0,-1*28,2,-1*27',
'0*2,-1*6,0,-1,0,-1*15,0*8,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'0*2,-1*6,0,-1,0,-1,1,-1*13,0*8,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*12,1,-1,-89,-1*160',
'-1*10,1,-1*3,1,-1*11,1*8,-1*3,1*82,-51,1*53,-1,1',
'-1*10,1,-1*3,-51,-1*11,1*8,-1*3,1*136,-1,1',
'-1*26,0,-1*148',
'0*2,-1*8,0,-1*7,1,-1*8,0*7,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'1*2,-1*8,1,-1*16,1*7,-1*3,1*9,-94,1*5,-1,1*6,-94,1*2,-1,1*2,-1,1*18,-94,1*17,-1,1*11,-94,-1,1*2,-94,1,-1,1*51,-1*3',
'-1*46,4,-1*12,3,-1*24,2,-1*29,0,-1*3,1,-1*56',
'-1*8,0,-1,0,1*2,-1,1,-1,1,-1*5,1,-1*2,1,-1,0*7,-1,1,-1,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1,1,-1',
'-1*8,1,-1,1,-1*16,1*7,-1*3,1*15,-1,1*9,-1,1*2,-1,1*36,-1,1*12,-1,1*4,-1,1*23,-97,1*27,-1*3',
'-1*11,1*2,-1,1,-1,1,-1,0,-1*3,1,-1*2,1,-1*9,1,-1*137,1,-1',
'0*2,-1*8,0,1*2,-1,1,-1,1,-1,0,-1*3,1,-1*2,1,-1,0*7,-1,1,-1,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1,1,-1',
'-1*11,1*2,-1,1,-1,1,-1,0,1,-1*2,1,-1*2,1,-1*9,1,-1*137,1,-1',
'-1*8,1,-1,1*3,-1,1,-1,1,-1,0,-1*3,1,-1*2,1,-1,1*7,-1,1,-1,1*15,-1,1*9,-1,1*2,-1,1*36,-1,1*12,-1,1*4,-1,1*51,-1,1,-1',
'0*2,-1*6,1,-1,-99,-1*16,-99*7,-1*3,-99*9,-100,-99*5,-1,-99*6,-100,-99*2,-1,-99*2,-1,-99*18,-100,-99*11,-101,-99*5,-1,-99*11,-100,-1,-99*2,-100,-99,-1,-99,-102,-99*13,-101,-99*7,-102,-99*27,-1*3',
'-1*8,0,-1,0,-1*3,1,-1,1,-1*8,1*2,0*7,-1,1,-1,0*15,1,0*9,1,0*2,1,0*36,1,0*12,1,0*4,1,0*51,1*3',
'-1*8,1,-1,1,-1*16,1*7,-1*3,1*15,-1,1*9,-1,1*2,-1,1*36,-1,1*9,-104,1*2,-1,1*4,-1,1*23,-104,1*27,-1*3',
'-1*112,0,-1*31,1,-1*30',
'-1*7,0,1,-1,1,-1*16,1*7,-1*3,1*15,-1,1*9,-1,1*2,-1,1*36,-1,1*12,-1,1*4,-1,1*51,-1*3',
'-1*6,-107,-1,2,-1,2,-1*16,2*7,-1*3,2*15,-1,2*9,-1,2*2,-1,2*36,-1,2*12,-1,2*4,-1,2*51,-1*3',
'-1*51,0,-1*16,5,-1*7,12,-1*6,4,-1*9,11,-1*4,6,-1*7,7,-1*10,1,-1*3,9,-1*2,8,-1*9,3,-1*2,13,-1*8,2,-1*20,14,-1*3,10,-1*3',
'1*8,0,1,0,1*2,0,1*13,0*7,1*3,0*15,1,0*9,1,0*2,1,0*36,1,0*12,1,0*4,1,0*51,1*3',
'-1*10,1,-1*3,-110,-1*11,1*8,-1*3,1*136,-1,1',
'-1*17,0,-1*157',
'-1*8,0,-1,0,-1*2,1,-1*13,0*7,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*49,5,-1*2,4,-1*33,2,-1*3,3,-1*12,7,1,0,-1*7,6,-1,8,-1*59',
'-1*40,33,-1,24,-1,42,25,-1*4,44,-1*3,15,-1,6,-1*4,19,46,13,18,35,-1*3,3,-1*4,9,-1*3,43,-1*10,23,-1,12,0,-1*2,36,-1,4,-1*4,7,-1*4,26,27,28,29,30,-1*2,32,-1*5,34,-1*2,22,-1*2,14,41,21,-1*2,20,-1*7,5,-1,1,16,-1*5,37,-1*4,17,-1*2,31,40,45,47,11,39,-1*2,38,-1,10,-1*2,2,8,-1*4',
'-1*80,2,-1*44,0,-1*7,3,-1*20,1,-1*20',
'1*14,-32768,1*21,0,1*138',
'1*14,-32768,1,-32768,1*19,0,1*138',
'-32768*7,1,-32768*3,1*16,-32768*145,1*3',
'-117*7,1,-118,-117,-118,1*16,-118*7,-119,-117,0,-118*15,-117,-118*9,-117,-118*2,-117,-118*36,-117,-118*12,-117,-118*4,-117,-118*51,1*3',
'0*7,1,0*3,1*16,0*7,-120,0,1,0*135,1*3',
'-1*10,1,-1*3,-121,-1*11,1*8,-1*3,1*135,-1*2,1',
'1*9,0*2,1*16,0*7,1*3,0*135,1*3',
'-1*10,1,-1*3,-123,-1*11,1*8,-1*3,1*135,-1*2,1',
'-1*26,0,-1*39,0,-1*8,0,-1*12,0,-1*49,0,-1*36',
'-1*26,0,-1*39,2,-1*8,1,-1*12,1,-1*49,2,-1*36',
'-1*75,1,-1*12,0,-1*86',
'1*8,0,1,0,1*2,0,1,-51,1*11,0*7,1*3,0*15,1,0*9,1,0*2,1,0*36,1,0*12,1,0*4,1,0*51,1*3',
'-1*14,-128,-1*11,1,-1*39,1,-1*8,1,-1*12,1,-1*49,1,-1*35,1',
'-1*151,1,0,-1*22',
'-1*15,0,-1,0,-1*157',
'-1*15,1,-1,0,-1*157',
'-1*9,2*2,-1*3,3*4,-1*8,3,2*7,-1*3,2*135,-1*2,3',
'-1*8,3,-1,3,-1*2,0,-1,1,-1*11,3*7,-1*3,3*15,-1,3*9,-1,3*2,-1,3*36,-1,3*12,-1,3*4,-1,3*30,-133*2,3*19,-1*3',
'-1*66,1,-1*71,0,-1*36',
'-1*14,-121,-1*11,1,-1*39,1,-1*8,1,-1*12,1,-1*49,1,-1*35,1',
'-1*8,0,-1,0,-1*15,0*8,-1*3,0*15,-1,0*9,-1,0*2,-1,0*36,-1,0*12,-1,0*4,-1,0*51,-1*3',
'-1*8,2,-1,2,-1*3,1,-1,1,-1*9,1,2*7,-1*3,2*15,-1,2*9,-1,2*2,-1,2*36,-1,2*12,-1,2*4,-1,2*51,-1*2,1',
'1*7,-1,1*3,-1*4,2*2,-1*10,1*9,-1,1*64,-138,1*15,-138,1*54,-1*3',
'-1*8,2,-1,2,-1*15,0,2*7,-1*3,2*11,-139,2*3,-1,2*9,-1,2*2,-1,2*26,-139,2*9,-1,2*12,-1,2*4,-1,2*51,-1*3',
'-1*48,1,-1*43,0,-1*82',
'-1*101,1,-1*15,0,-1*57',
'-1*15,0,-1*85,1,-1*15,1,-1*57',
'0*2,-1*6,1,-1,1,-1*3,1,-1*11,1*8,-1*3,1*15,-1,1*2,-51,1*6,-1,1*2,-1,1*36,-1,1*12,-1,0,1*3,-1,1*51,-1*2,1',
'0*2,-1*53,1,-1*60,2,-1*58',
'0,1,-1*173',
'-1*9,1,0,-1*16,0*7,-1*3,0*15,1,0*9,1,0*2,1,0*36,1,0*12,1,0*4,1,0*51,-1*3',
'-1*8,6,-1,6,-1,6,-1,6,-1,10,-1*9,6*8,-1*2,6*136,-1*2,6',
'-1*8,7,-1,7,-1,7,-1,7,-1,10,-1*9,7*8,-1*2,7*136,-1*2,7',
'0*2,5,4,2,3,1,-1,10,9,10,-1*16,10*7,8*2,-1,10*15,9,10*9,9,10*2,9,10*13,-148,10*20,-149,10,9,10*12,9,10*4,9,10*41,-148,10*9,-1*3',
'-1*79,1,-1*82,0,-1*12'
].map(cells);

function cells(runs: string): Int16Array {
  return Int16Array.from(
    runs.split(',').flatMap((run) => {
      const [value, times = '1'] = run.split('*');
      return Array(Number(times)).fill(Number(value));
    }),
  );
}

/** Number of what stands behind the last token. */
export const endOfText = 175;

/** Tokens of a text by their numbers, with offsets and exclusive ends; the last is `endOfText`. */
export interface TokenRows {
  readonly text: string;
  readonly types: ArrayLike<number>;
  readonly offsets: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** What the text says at a token. */
  image(token: number): string;
}

/** Thrown where the text is not well-formed. */
export const notWellFormed = { message: 'not well-formed' };

let rows;
let types;
let offsets;
let ends;
let next = 0;

/** The tree of a well-formed text. @throws notWellFormed */
export function parseTokens(tokens: TokenRows): Document {
  rows = tokens;
  ({ types, offsets, ends } = tokens);
  next = 0;
  const document = parseDocument();
  if (types[next] !== endOfText) fail();
  return document;
}

function fail() {
  throw notWellFormed;
}

/** The option that the next tokens stand for; -1 for none. */
function decide(table) {
  let at = next;
  for (;;) {
    const option = tables[table][types[at++]] ?? -1;
    if (option >= -1) return option;
    if (option === -32768) fail();
    table = -2 - option;
  }
}

function keyword(type) {
  if (types[next] !== type) fail();
  return next++;
}

function name(type) {
  const found = types[next];
  if (found !== type && nameOf[found] !== type) fail();
  return next++;
}

function any(option) {
  if (option < 0) fail();
  return next++;
}

function text(token) {
  return rows.image(token);
}

function here() {
  return { offset: next < types.length && types[next] !== endOfText ? offsets[next] : 0, end: 0 };
}

function parseDocument() {
const node = { $type: 'Document', $cstNode: here(), members: [] };
while (decide(0) === 0) {
node.members.push(parseMember());
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseMember() {
let node;
switch (decide(36)) {
case 0:
node = parseAnnotation();
break;
case 1:
node = parseSystem();
break;
case 2:
node = parseDomain();
break;
case 3:
node = parseSubdomain();
break;
case 4:
node = parseTeam();
break;
case 5:
node = parseActor();
break;
case 6:
node = parseExternal();
break;
case 7:
node = parseBroker();
break;
case 8:
node = parseLibrary();
break;
case 9:
node = parseContext();
break;
case 10:
node = parseContextMap();
break;
case 11:
node = parseView();
break;
case 12:
node = parseFlow();
break;
case 13:
node = parseAggregate();
break;
case 14:
node = parseEntity();
break;
case 15:
node = parseValueType();
break;
case 16:
node = parseEnumType();
break;
case 17:
node = parseScalarType();
break;
case 18:
node = parseUnionType();
break;
case 19:
node = parseEventType();
break;
case 20:
node = parseCommandType();
break;
case 21:
node = parseErrorType();
break;
case 22:
node = parseService();
break;
case 23:
node = parseStore();
break;
case 24:
node = parseApi();
break;
case 25:
node = parseRestOperation();
break;
case 26:
node = parseRpcOperation();
break;
case 27:
node = parseGraphqlOperation();
break;
case 28:
node = parseSlo();
break;
case 29:
node = parseTerm();
break;
case 30:
node = parseCollaboration();
break;
case 31:
node = parseFlag();
break;
case 32:
node = parseProperty();
break;
case 33:
node = parseListProperty();
break;
case 34:
node = parseAuthProperty();
break;
case 35:
node = parseField();
break;
default:
fail();
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
node.$cstNode.end = ends[next - 1];
return node;
}

function parseBody(node) {
keyword(172 /* { */);
while (decide(0) === 0) {
node.members.push(parseMember());
}
keyword(174 /* } */);
}

function parseName() {
const node = { $type: 'Name', $cstNode: here(), text: undefined };
node.text = text(name(10 /* ID */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parsePath() {
const node = { $type: 'Path', $cstNode: here(), text: undefined };
node.text = parsePathText();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parsePathText() {
let node = '';
switch (decide(38)) {
case 0:
node += text(name(10 /* ID */));
break;
case 1:
node += text(name(8 /* QNAME */));
break;
default:
fail();
}
while (decide(39) === 0) {
node += text(keyword(16 /* . */));
switch (decide(38)) {
case 0:
node += text(name(10 /* ID */));
break;
case 1:
node += text(name(8 /* QNAME */));
break;
default:
fail();
}
}
return node;
}

function parseAnnotation() {
const node = { $type: 'Annotation', $cstNode: here(), name: undefined, arguments: [] };
keyword(26 /* @ */);
node.name = parseName();
if (decide(40) === 0) {
keyword(11 /* ( */);
if (decide(41) === 0) {
node.arguments.push(parseArgument());
while (decide(43) === 0) {
keyword(14 /* , */);
node.arguments.push(parseArgument());
}
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
keyword(12 /* ) */);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseArgument() {
const node = { $type: 'Argument', $cstNode: here(), key: undefined, value: undefined };
if (decide(45) === 0) {
node.key = parseName();
keyword(18 /* : */);
}
node.value = parseLiteral();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseSystem() {
const node = { $type: 'System', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(150 /* system */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseDomain() {
const node = { $type: 'Domain', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(67 /* domain */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseSubdomain() {
const node = { $type: 'Subdomain', $cstNode: here(), type: undefined, name: undefined, title: undefined, members: [] };
node.type = text(any(decide(48)));
keyword(145 /* subdomain */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseTeam() {
const node = { $type: 'Team', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(152 /* team */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseActor() {
const node = { $type: 'Actor', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(37 /* actor */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseExternal() {
const node = { $type: 'External', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(77 /* external */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseBroker() {
const node = { $type: 'Broker', $cstNode: here(), name: undefined, title: undefined, technology: undefined, lateTitle: undefined, members: [] };
keyword(47 /* broker */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
keyword(18 /* : */);
node.technology = parseWord();
if (decide(46) === 0) {
node.lateTitle = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseLibrary() {
const node = { $type: 'Library', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(94 /* library */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseContext() {
const node = { $type: 'Context', $cstNode: here(), name: undefined, title: undefined, implements: [], lateTitle: undefined, members: [] };
keyword(57 /* context */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(50) === 0) {
keyword(87 /* implements */);
node.implements.push(parsePath());
while (decide(51) === 0) {
keyword(14 /* , */);
node.implements.push(parsePath());
}
if (decide(46) === 0) {
node.lateTitle = parseText();
}
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseTerm() {
const node = { $type: 'Term', $cstNode: here(), name: undefined, quoted: undefined, definition: undefined, avoid: [] };
keyword(155 /* term */);
switch (decide(52)) {
case 0:
node.name = parseName();
break;
case 1:
node.quoted = parseText();
break;
default:
fail();
}
if (decide(46) === 0) {
node.definition = parseText();
}
if (decide(54) === 0) {
keyword(43 /* avoid */);
node.avoid.push(parseText());
while (decide(55) === 0) {
keyword(14 /* , */);
node.avoid.push(parseText());
}
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseContextMap() {
const node = { $type: 'ContextMap', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(58 /* contextmap */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
keyword(172 /* { */);
while (decide(56) === 0) {
node.members.push(parseMapMember());
}
keyword(174 /* } */);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseMapMember() {
let node;
switch (decide(62)) {
case 0:
node = parseAnnotation();
break;
case 1:
node = parseProperty();
break;
case 2:
node = parseRelation();
break;
default:
fail();
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
node.$cstNode.end = ends[next - 1];
return node;
}

function parseRelation() {
const node = { $type: 'Relation', $cstNode: here(), left: undefined, leftRoles: undefined, arrow: undefined, rightRoles: undefined, right: undefined, kind: undefined, comment: undefined, members: [] };
node.left = parsePath();
if (decide(63) === 0) {
node.leftRoles = parseRoles();
}
node.arrow = text(any(decide(64)));
if (decide(63) === 0) {
node.rightRoles = parseRoles();
}
node.right = parsePath();
if (decide(65) === 0) {
keyword(18 /* : */);
node.kind = parseWord();
}
if (decide(46) === 0) {
node.comment = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseRoles() {
const node = { $type: 'Roles', $cstNode: here(), roles: [] };

switch (decide(67)) {
case 0:
keyword(35 /* [] */);
break;
case 1:
keyword(34 /* [ */);
if (decide(66) === 0) {
node.roles.push(parseWord());
while (decide(37) === 0) {
keyword(14 /* , */);
node.roles.push(parseWord());
}
}
keyword(36 /* ] */);
break;
default:
fail();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseAggregate() {
const node = { $type: 'Aggregate', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(38 /* aggregate */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseEntity() {
const node = { $type: 'Entity', $cstNode: here(), root: false, name: undefined, title: undefined, members: [] };
if (decide(68) === 0) {
keyword(129 /* root */);
node.root = true;
}
keyword(70 /* entity */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseValueType() {
const node = { $type: 'ValueType', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(165 /* value */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseEventType() {
const node = { $type: 'EventType', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(73 /* event */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseCommandType() {
const node = { $type: 'CommandType', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(53 /* command */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseErrorType() {
const node = { $type: 'ErrorType', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(72 /* error */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseEnumType() {
const node = { $type: 'EnumType', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(71 /* enum */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
keyword(172 /* { */);
while (decide(69) === 0) {
node.members.push(parseEnumMember());
}
keyword(174 /* } */);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseEnumMember() {
let node;
switch (decide(70)) {
case 0:
node = parseAnnotation();
break;
case 1:
node = parseEnumValue();
break;
default:
fail();
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
node.$cstNode.end = ends[next - 1];
return node;
}

function parseEnumValue() {
const node = { $type: 'EnumValue', $cstNode: here(), name: undefined };
node.name = parseName();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseScalarType() {
const node = { $type: 'ScalarType', $cstNode: here(), name: undefined, title: undefined, type: undefined, constraints: undefined };
keyword(132 /* scalar */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
keyword(22 /* = */);
node.type = parseType();
if (decide(40) === 0) {
node.constraints = parseConstraints();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseUnionType() {
const node = { $type: 'UnionType', $cstNode: here(), name: undefined, title: undefined, types: [] };
keyword(163 /* union */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
keyword(22 /* = */);
if (decide(71) === 0) {
keyword(173 /* | */);
}
node.types.push(parsePath());
while (decide(71) === 0) {
keyword(173 /* | */);
node.types.push(parsePath());
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseField() {
const node = { $type: 'Field', $cstNode: here(), identifier: false, name: undefined, type: undefined, constraints: undefined, default: undefined };
if (decide(73) === 0) {
keyword(85 /* id */);
node.identifier = true;
}
node.name = parseName();
keyword(18 /* : */);
node.type = parseType();
if (decide(40) === 0) {
node.constraints = parseConstraints();
}
if (decide(74) === 0) {
keyword(22 /* = */);
node.default = parseLiteral();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseType() {
const node = { $type: 'Type', $cstNode: here(), base: undefined, lists: [], optional: false, nullable: false, optionalNull: false };
node.base = parseBaseType();
while (decide(75) === 0) {
node.lists.push(text(keyword(35 /* [] */)));
}
if (decide(76) === 0) {
keyword(25 /* ? */);
node.optional = true;
}
if (decide(71) === 0) {
keyword(173 /* | */);
keyword(100 /* null */);
node.nullable = true;
if (decide(76) === 0) {
keyword(25 /* ? */);
node.optionalNull = true;
}
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseBaseType() {
let node;
switch (decide(79)) {
case 0:
node = parseRefType();
break;
case 1:
node = parseCollectionType();
break;
case 2:
node = parseNamedType();
break;
default:
fail();
}
node.$cstNode.end = ends[next - 1];
return node;
}

function parseRefType() {
const node = { $type: 'RefType', $cstNode: here(), target: undefined };
keyword(122 /* ref */);
node.target = parsePath();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseCollectionType() {
const node = { $type: 'CollectionType', $cstNode: here(), name: undefined, item: undefined, value: undefined };
node.name = text(any(decide(80)));
keyword(19 /* < */);
node.item = parseType();
if (decide(37) === 0) {
keyword(14 /* , */);
node.value = parseType();
}
keyword(23 /* > */);
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseNamedType() {
const node = { $type: 'NamedType', $cstNode: here(), path: undefined };
node.path = parsePath();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseConstraints() {
const node = { $type: 'Constraints', $cstNode: here(), constraints: [] };

keyword(11 /* ( */);
if (decide(81) === 0) {
node.constraints.push(parseConstraint());
while (decide(83) === 0) {
keyword(14 /* , */);
node.constraints.push(parseConstraint());
}
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
keyword(12 /* ) */);
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseConstraint() {
const node = { $type: 'Constraint', $cstNode: here(), name: undefined, value: undefined };
node.name = parseName();
if (decide(41) === 0) {
node.value = parseLiteral();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseService() {
const node = { $type: 'Service', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(135 /* service */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseStore() {
const node = { $type: 'Store', $cstNode: here(), name: undefined, title: undefined, technology: undefined, lateTitle: undefined, members: [] };
keyword(143 /* store */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
keyword(18 /* : */);
node.technology = parseWord();
if (decide(46) === 0) {
node.lateTitle = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseApi() {
const node = { $type: 'Api', $cstNode: here(), name: undefined, title: undefined, style: undefined, lateTitle: undefined, members: [] };
keyword(39 /* api */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
keyword(18 /* : */);
node.style = parseWord();
if (decide(46) === 0) {
node.lateTitle = parseText();
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseSlo() {
const node = { $type: 'Slo', $cstNode: here(), members: [] };

keyword(140 /* slo */);
parseBody(node);
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseRestOperation() {
const node = { $type: 'RestOperation', $cstNode: here(), method: undefined, path: undefined, name: undefined, parameters: [], result: undefined, raises: [], members: [] };
node.method = text(any(decide(84)));
node.path = parseText();
node.name = parseName();
parseSignature(node);
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseRpcOperation() {
const node = { $type: 'RpcOperation', $cstNode: here(), name: undefined, parameters: [], result: undefined, raises: [], members: [] };
keyword(130 /* rpc */);
node.name = parseName();
parseSignature(node);
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseGraphqlOperation() {
const node = { $type: 'GraphqlOperation', $cstNode: here(), kind: undefined, name: undefined, parameters: [], result: undefined, raises: [], members: [] };
node.kind = text(any(decide(85)));
node.name = parseName();
parseSignature(node);
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseSignature(node) {
keyword(11 /* ( */);
if (decide(86) === 0) {
node.parameters.push(parseParameter());
while (decide(88) === 0) {
keyword(14 /* , */);
node.parameters.push(parseParameter());
}
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
keyword(12 /* ) */);
if (decide(65) === 0) {
keyword(18 /* : */);
node.result = parseResult();
}
if (decide(89) === 0) {
keyword(119 /* raises */);
node.raises.push(parsePath());
while (decide(90) === 0) {
keyword(14 /* , */);
node.raises.push(parsePath());
}
}
if (decide(47) === 0) {
parseBody(node);
}
}

function parseParameter() {
const node = { $type: 'Parameter', $cstNode: here(), annotations: [], place: undefined, name: undefined, quoted: undefined, type: undefined, stream: false, constraints: undefined, default: undefined };
while (decide(91) === 0) {
node.annotations.push(parseAnnotation());
}
switch (decide(101)) {
case 0:
if (decide(93) === 0) {
node.place = text(any(decide(94)));
}
switch (decide(52)) {
case 0:
node.name = parseName();
break;
case 1:
node.quoted = parseText();
break;
default:
fail();
}
keyword(18 /* : */);
node.type = parseType();
break;
case 1:
if (decide(96) === 0) {
keyword(144 /* stream */);
node.stream = true;
}
node.type = parseType();
break;
default:
fail();
}
if (decide(40) === 0) {
node.constraints = parseConstraints();
}
if (decide(74) === 0) {
keyword(22 /* = */);
node.default = parseLiteral();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseResult() {
const node = { $type: 'Result', $cstNode: here(), status: undefined, paged: false, stream: false, type: undefined };
switch (decide(106)) {
case 0:
node.status = text(name(6 /* NUMBER */));
name(7 /* END_OF_STATUS */);
break;
case 1:
node.status = text(name(6 /* NUMBER */));
if (decide(103) === 0) {
switch (decide(104)) {
case 0:
keyword(112 /* paged */);
node.paged = true;
break;
case 1:
keyword(144 /* stream */);
node.stream = true;
break;
default:
fail();
}
}
node.type = parseType();
break;
case 2:
if (decide(103) === 0) {
switch (decide(104)) {
case 0:
keyword(112 /* paged */);
node.paged = true;
break;
case 1:
keyword(144 /* stream */);
node.stream = true;
break;
default:
fail();
}
}
node.type = parseType();
break;
default:
fail();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseCollaboration() {
const node = { $type: 'Collaboration', $cstNode: here(), keyword: undefined, targets: [], members: [] };
node.keyword = text(any(decide(107)));
node.targets.push(parseTarget());
while (decide(109) === 0) {
keyword(14 /* , */);
node.targets.push(parseTarget());
}
if (decide(47) === 0) {
parseBody(node);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseTarget() {
const node = { $type: 'Target', $cstNode: here(), path: undefined, wildcard: false };
switch (decide(111)) {
case 0:
node.path = parsePath();
if (decide(110) === 0) {
keyword(17 /* .* */);
node.wildcard = true;
}
break;
case 1:
keyword(13 /* * */);
node.wildcard = true;
break;
default:
fail();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseFlag() {
const node = { $type: 'Flag', $cstNode: here(), name: undefined };
node.name = text(any(decide(112)));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseProperty() {
const node = { $type: 'Property', $cstNode: here(), name: undefined, value: undefined };
node.name = text(any(decide(113)));
node.value = parseLiteral();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseListProperty() {
const node = { $type: 'ListProperty', $cstNode: here(), name: undefined, values: [] };
node.name = text(any(decide(114)));
node.values.push(parseLiteral());
while (decide(120) === 0) {
keyword(14 /* , */);
node.values.push(parseLiteral());
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseAuthProperty() {
const node = { $type: 'AuthProperty', $cstNode: here(), schemes: [] };

keyword(41 /* auth */);
node.schemes.push(parseAuthScheme());
while (decide(122) === 0) {
keyword(14 /* , */);
node.schemes.push(parseAuthScheme());
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseAuthScheme() {
const node = { $type: 'AuthScheme', $cstNode: here(), name: undefined, scopes: [] };
node.name = parseWord();
if (decide(40) === 0) {
keyword(11 /* ( */);
if (decide(46) === 0) {
node.scopes.push(parseText());
while (decide(37) === 0) {
keyword(14 /* , */);
node.scopes.push(parseText());
}
}
keyword(12 /* ) */);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseView() {
const node = { $type: 'View', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(168 /* view */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
keyword(172 /* { */);
while (decide(123) === 0) {
node.members.push(parseViewMember());
}
keyword(174 /* } */);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseViewMember() {
let node;
switch (decide(124)) {
case 0:
node = parseAnnotation();
break;
case 1:
node = parseSelection();
break;
case 2:
node = parseViewProperty();
break;
default:
fail();
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
node.$cstNode.end = ends[next - 1];
return node;
}

function parseSelection() {
const node = { $type: 'Selection', $cstNode: here(), keyword: undefined, selectors: [] };
node.keyword = text(any(decide(125)));
node.selectors.push(parseSelector());
while (decide(127) === 0) {
keyword(14 /* , */);
node.selectors.push(parseSelector());
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseSelector() {
const node = { $type: 'Selector', $cstNode: here(), all: false, downstreamOf: false, path: undefined, keyword: undefined, word: undefined, wildcard: false, upstreamOf: false };
switch (decide(132)) {
case 0:
keyword(13 /* * */);
node.all = true;
break;
case 1:
keyword(15 /* -> */);
node.downstreamOf = true;
node.path = parsePath();
break;
case 2:
node.keyword = text(any(decide(128)));
node.word = parseWord();
break;
case 3:
node.path = parsePath();
if (decide(129) === 0) {
switch (decide(130)) {
case 0:
keyword(17 /* .* */);
node.wildcard = true;
break;
case 1:
keyword(15 /* -> */);
node.upstreamOf = true;
break;
default:
fail();
}
}
break;
default:
fail();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseViewProperty() {
const node = { $type: 'ViewProperty', $cstNode: here(), name: undefined, values: [] };
node.name = text(any(decide(133)));
node.values.push(parseLiteral());
while (decide(134) === 0) {
keyword(14 /* , */);
node.values.push(parseLiteral());
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseFlow() {
const node = { $type: 'Flow', $cstNode: here(), name: undefined, title: undefined, members: [] };
keyword(81 /* flow */);
node.name = parseName();
if (decide(46) === 0) {
node.title = parseText();
}
if (decide(47) === 0) {
keyword(172 /* { */);
while (decide(135) === 0) {
node.members.push(parseFlowMember());
}
keyword(174 /* } */);
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseFlowMember() {
let node;
switch (decide(138)) {
case 0:
node = parseAnnotation();
break;
case 1:
node = parseFlowProperty();
break;
case 2:
node = parseStep();
break;
default:
fail();
}
if (decide(37) === 0) {
keyword(14 /* , */);
}
node.$cstNode.end = ends[next - 1];
return node;
}

function parseFlowProperty() {
const node = { $type: 'FlowProperty', $cstNode: here(), name: undefined, value: undefined };
node.name = text(any(decide(139)));
node.value = parseLiteral();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseStep() {
const node = { $type: 'Step', $cstNode: here(), from: undefined, action: undefined, to: undefined, comments: [], compensations: [], pivots: [] };
node.from = parsePath();
switch (decide(141)) {
case 0:
node.action = text(keyword(15 /* -> */));
node.to = parsePath();
break;
case 1:
node.action = text(any(decide(140)));
node.to = parsePath();
break;
default:
fail();
}
while (decide(142) === 0) {
switch (decide(143)) {
case 0:
node.comments.push(parseText());
break;
case 1:
keyword(55 /* compensate */);
node.compensations.push(parsePath());
break;
case 2:
node.pivots.push(text(keyword(116 /* pivot */)));
break;
default:
fail();
}
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseText() {
const node = { $type: 'Text', $cstNode: here(), value: undefined };
node.value = text(any(decide(144)));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseWord() {
const node = { $type: 'Word', $cstNode: here(), text: undefined };
node.text = text(any(decide(145)));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseLiteral() {
let node;
switch (decide(148)) {
case 0:
node = parseStringLiteral();
break;
case 1:
node = parseNumberLiteral();
break;
case 2:
node = parsePercentLiteral();
break;
case 3:
node = parseDurationLiteral();
break;
case 4:
node = parseRateLiteral();
break;
case 5:
node = parseDateLiteral();
break;
case 6:
node = parseBooleanLiteral();
break;
case 7:
node = parseNullLiteral();
break;
case 8:
node = parseListLiteral();
break;
case 9:
node = parseWordLiteral();
break;
case 10:
node = parsePathLiteral();
break;
default:
fail();
}
node.$cstNode.end = ends[next - 1];
return node;
}

function parseStringLiteral() {
const node = { $type: 'StringLiteral', $cstNode: here(), value: undefined };
node.value = text(any(decide(144)));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseNumberLiteral() {
const node = { $type: 'NumberLiteral', $cstNode: here(), value: undefined };
node.value = text(name(6 /* NUMBER */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parsePercentLiteral() {
const node = { $type: 'PercentLiteral', $cstNode: here(), value: undefined };
node.value = text(name(4 /* PERCENT */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseDurationLiteral() {
const node = { $type: 'DurationLiteral', $cstNode: here(), value: undefined };
node.value = text(name(5 /* DURATION */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseRateLiteral() {
const node = { $type: 'RateLiteral', $cstNode: here(), value: undefined };
node.value = text(name(3 /* RATE */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseDateLiteral() {
const node = { $type: 'DateLiteral', $cstNode: here(), value: undefined };
node.value = text(name(2 /* DATE */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseBooleanLiteral() {
const node = { $type: 'BooleanLiteral', $cstNode: here(), value: undefined };
node.value = text(any(decide(149)));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseNullLiteral() {
const node = { $type: 'NullLiteral', $cstNode: here(), value: undefined };
node.value = text(keyword(100 /* null */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseListLiteral() {
const node = { $type: 'ListLiteral', $cstNode: here(), items: [] };

switch (decide(67)) {
case 0:
keyword(35 /* [] */);
break;
case 1:
keyword(34 /* [ */);
if (decide(41) === 0) {
node.items.push(parseLiteral());
while (decide(37) === 0) {
keyword(14 /* , */);
node.items.push(parseLiteral());
}
}
keyword(36 /* ] */);
break;
default:
fail();
}
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parseWordLiteral() {
const node = { $type: 'WordLiteral', $cstNode: here(), value: undefined };
node.value = text(name(9 /* DASH_WORD */));
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}

function parsePathLiteral() {
const node = { $type: 'PathLiteral', $cstNode: here(), value: undefined };
node.value = parsePathText();
node.$cstNode.end = ends[next - 1] ?? 0;
return node;
}
